/** Places on the value page that other features fill; the app puts them in. */
import { createContext, type ReactNode, useContext } from 'react';

export interface ValueSlots {
  /** Doubts about a scenario, below its split. */
  doubts?: ((scenarioId: string) => ReactNode) | undefined;
}

export const SlotsContext = createContext<ValueSlots>({});
export const useSlots = (): ValueSlots => useContext(SlotsContext);
