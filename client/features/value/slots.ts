/** Places on the value page that other features fill; the app puts them in. */
import { createContext, type ReactNode, useContext } from 'react';

export interface ValueSlots {
  /** Doubts about a scenario, below its split. */
  doubts?: ((scenarioId: string) => ReactNode) | undefined;
  /** What is still doubted about a scenario, in one line above its figures. */
  openDoubts?: ((scenarioId: string) => ReactNode) | undefined;
  /** In words, the doubt a scenario was drawn from. */
  drawnFrom?: ((doubtId: string) => ReactNode) | undefined;
  /** A section of its own: the doubts about everything. */
  allDoubts?: (() => ReactNode) | undefined;
}

export const SlotsContext = createContext<ValueSlots>({});
export const useSlots = (): ValueSlots => useContext(SlotsContext);
