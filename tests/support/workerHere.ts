/** jsdom has no workers: one that runs the same code in the page, news by news, so that it can still be called off. */
import { vi } from 'vitest';
import { runSimulation, type SimulationNews, type SimulationRequest } from '../../client/features/value/risk/runSimulation.ts';

/** `breaks`: the worker cannot start. Answers how many were started. */
export function workersHere({ breaks = false } = {}): { started: () => number } {
  let started = 0;
  vi.stubGlobal('Worker', class {
    onmessage: ((event: { data: SimulationNews }) => void) | null = null;
    onerror: (() => void) | null = null;
    #ended = false;

    postMessage(request: SimulationRequest): void {
      started += 1;
      if (breaks) return void setTimeout(() => this.onerror?.());
      runSimulation(request, news => void setTimeout(() => { if (!this.#ended) this.onmessage?.({ data: structuredClone(news) }); }));
    }

    terminate(): void {
      this.#ended = true;
    }
  });
  return { started: () => started };
}
