/** What may come out of a scenario, drawn in a worker whenever the model, the series or the number of draws changes. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Scenario } from '../../../../shared/value/model.ts';
import type { Outlook } from '../../../../shared/value/simulate.ts';
import { type Basis, type Drawable, simulationFor } from './simulationFor.ts';
import { startSimulation } from './startSimulation.ts';

export type OutlookState =
  | { kind: 'nothing' } // no driver can be calculated yet: there is nothing to draw
  | { kind: 'drawing'; done: number } // share, 0 to 1
  | { kind: 'stopped' }
  | { kind: 'failed' }
  | { kind: 'ready'; outlook: Outlook };

/** Enough for a chance to the percent; what the issue asks for at least. */
export const DRAWS = 10_000;
/** What is typed quickly is drawn once. */
const WAIT_MS = 200;

interface Wanted {
  model: Basis;
  scenario: Scenario;
  draws: number;
  seed: number;
}

export interface Drawing {
  state: OutlookState;
  outlook: Outlook | undefined;
  drawable: Drawable;
  stop: () => void;
  again: () => void;
}

/** `outlook`: the newest that is ready, also while a newer one is drawn, so that the picture does not flicker. */
export function useOutlook({ model, scenario, draws, seed }: Wanted): Drawing {
  const drawable = simulationFor(model, scenario);
  const { simulation, drivers } = drawable;
  const [round, setRound] = useState(0);
  const wanted = useMemo(() => ({ simulation, draws, seed, round }), [simulation, draws, seed, round]);
  const [told, setTold] = useState<{ of: typeof wanted; state: OutlookState }>();
  const [outlook, setOutlook] = useState<Outlook>();
  const [calledOff, setCalledOff] = useState<typeof wanted>();
  useEffect(() => {
    if (drivers === 0 || calledOff === wanted) return;
    let end = (): void => undefined;
    const tell = (state: OutlookState): void => { setTold({ of: wanted, state }); };
    const wait = setTimeout(() => {
      end = startSimulation(wanted, {
        progress: done => { tell({ kind: 'drawing', done }); },
        done: found => {
          setOutlook(found);
          tell({ kind: 'ready', outlook: found });
        },
        failed: () => { tell({ kind: 'failed' }); },
      });
    }, WAIT_MS);
    return () => {
      clearTimeout(wait);
      end();
    };
  }, [wanted, calledOff, drivers]);
  const stop = useCallback(() => { setCalledOff(wanted); }, [wanted]);
  const again = useCallback(() => { setRound(before => before + 1); }, []);
  return { state: stateOf(), outlook: drivers === 0 ? undefined : outlook, drawable, stop, again };

  function stateOf(): OutlookState {
    if (drivers === 0) return { kind: 'nothing' };
    if (calledOff === wanted) return { kind: 'stopped' };
    return told?.of === wanted ? told.state : { kind: 'drawing', done: 0 };
  }
}
