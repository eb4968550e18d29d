/** A place that another feature fills: what has to be seen before one approves, or puts a version to the client. */
import { createContext, type ReactNode, useContext } from 'react';

export const OpenDoubtsContext = createContext<ReactNode>(null);
export const useOpenDoubts = (): ReactNode => useContext(OpenDoubtsContext);
