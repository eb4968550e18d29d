/** What the worker does with one request: draws, says how far it is, and answers. Knows neither worker nor page. */
import { type Outlook, simulate, type Simulation } from '../../../../shared/value/simulate.ts';

export interface SimulationRequest {
  simulation: Simulation;
  draws: number;
  /** The same seed gives the same draws on every machine. */
  seed: number;
}
export type SimulationNews =
  | { kind: 'progress'; done: number } // share of the draws, 0 to 1
  | { kind: 'done'; outlook: Outlook };

export function runSimulation({ simulation, draws, seed }: SimulationRequest, tell: (news: SimulationNews) => void): void {
  const drawing = simulate(simulation, { draws, seed });
  for (let step = drawing.next(); ; step = drawing.next()) {
    if (step.done) return tell({ kind: 'done', outlook: step.value });
    tell({ kind: 'progress', done: step.value });
  }
}
