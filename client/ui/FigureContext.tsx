/** What figures of a text need to know where they stand: currency, names of the sides, and the figures of now. */
import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import type { Speaking } from '../../shared/documents/presented.ts';
import type { FigureNode, LiveNode } from '../../shared/documents/richtext.ts';
import type { Asked, Shown } from '../../shared/documents/shown.ts';
import { shortFirm } from './shortFirm.ts';
import { useLanguage } from './text.ts';

/** Figures that follow a model; the same object comes back until what it shows has changed. */
export interface FiguresOfNow {
  subscribe: (listener: () => void) => () => void;
  shown: (asked: Asked) => Shown;
}
interface World {
  firms: Omit<Speaking, 'language'>;
  now: FiguresOfNow | undefined;
}

const Context = createContext<World>({ firms: { currency: 'EUR', clientName: '', sellerName: '' }, now: undefined });

interface Props {
  project: Omit<Speaking, 'language'>;
  /** Left out where a text is frozen: it is drawn from itself. */
  now?: FiguresOfNow | undefined;
  children: ReactNode;
}

export function Figures({ project: { currency, clientName, sellerName }, now, children }: Props) {
  const world = useMemo(() => ({ firms: { currency, clientName: shortFirm(clientName), sellerName: shortFirm(sellerName) }, now }), [currency, clientName, sellerName, now]);
  return <Context value={world}>{children}</Context>;
}

export function useSpeaking(): Speaking {
  const { firms } = useContext(Context);
  const language = useLanguage();
  return useMemo(() => ({ ...firms, language }), [firms, language]);
}

const NOTHING = (): (() => void) => () => undefined;

/** What was frozen into the node, else what the model says now; undefined where there is neither. */
export function useShown(node: FigureNode | LiveNode | Asked): Shown | undefined {
  const { now } = useContext(Context);
  const frozen = 'shown' in node ? node.shown : undefined;
  const living = useSyncExternalStore(now?.subscribe ?? NOTHING, () => (frozen ? undefined : now?.shown(node)));
  return frozen ?? living;
}
