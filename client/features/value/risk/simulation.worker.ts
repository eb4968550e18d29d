/** The worker's own file: one request, then news until it is done. Whoever wants it to stop ends the worker. */
import { runSimulation, type SimulationRequest } from './runSimulation.ts';

addEventListener('message', (event: MessageEvent<SimulationRequest>) => {
  runSimulation(event.data, news => { postMessage(news); });
});
