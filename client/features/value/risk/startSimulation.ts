/** Runs a simulation beside the page, in a worker of its own, so that typing stays fluid. Knows no React. */
import type { Outlook } from '../../../../shared/value/simulate.ts';
import type { SimulationNews, SimulationRequest } from './runSimulation.ts';

export interface SimulationListener {
  /** Share of the draws, 0 to 1. */
  progress(done: number): void;
  done(outlook: Outlook): void;
  /** The worker did not start or broke off; nothing of the model is touched by that. */
  failed(): void;
}

/** Returns how to call it off; after that the listener hears nothing more. */
export function startSimulation(request: SimulationRequest, listener: SimulationListener): () => void {
  // From our own origin, as the content policy demands.
  const worker = new Worker(new URL('./simulation.worker.ts', import.meta.url), { type: 'module' });
  const stop = (): void => {
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
  };
  worker.onmessage = ({ data }: MessageEvent<SimulationNews>) => {
    if (data.kind === 'progress') return listener.progress(data.done);
    stop();
    listener.done(data.outlook);
  };
  worker.onerror = () => {
    stop();
    listener.failed();
  };
  worker.postMessage(request);
  return stop;
}
