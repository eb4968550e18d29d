/** What everything on the value page shares: the room, the live model, the desk for edits, and who is who. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useSearchParams } from 'react-router';
import type { Cell } from '../../../shared/documents/value.ts';
import type { ModelSnapshot } from '../../../shared/documents/liveModel.ts';
import type { MemberView } from '../../../shared/members.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import { type Evaluation, evaluate, onTable } from '../../../shared/value/evaluate.ts';
import type { CellKey } from '../../../shared/value/keys.ts';
import { useReadable } from '../../collab/CollabContext.tsx';
import type { LiveRoom } from '../../collab/types.ts';
import { Desk } from './Desk.ts';
import { type LiveValue, liveValueOf } from './liveValue.ts';
import { ValuePeople, type Visitor } from './people.ts';
import { FiguresContext, useFiguresIn } from './useFigures.ts';

export interface ValueTable {
  project: ProjectView;
  room: LiveRoom;
  live: LiveValue;
  desk: Desk;
  people: ValuePeople;
}

const Context = createContext<ValueTable | undefined>(undefined);

interface Props {
  project: ProjectView;
  room: LiveRoom;
  /** Present and former members: they give authors their names. */
  members: readonly MemberView[];
  children: ReactNode;
}

/** Key it by `room.doc.guid`: a room that was filled anew needs everything anew. */
export function ValueProvider({ project, room, members, children }: Props) {
  const desk = useMemo(() => new Desk(room), [room]);
  useEffect(() => desk.start(), [desk]);
  const people = useMemo(() => new ValuePeople(room, members), [room, members]);
  const table = useMemo<ValueTable>(() => ({ project, room, live: liveValueOf(room.doc), desk, people }), [project, room, desk, people]);
  const figures = useFiguresIn(project.currency);
  return <Context value={table}><FiguresContext value={figures}>{children}</FiguresContext></Context>;
}

export function useTable(): ValueTable {
  const table = useContext(Context);
  if (!table) throw new Error('There is no value model around this component.');
  return table;
}

/** The whole model and its cells; redraws with every change of it. */
export function useSnapshot(): ModelSnapshot {
  const { live } = useTable();
  return useSyncExternalStore(live.subscribe, live.get);
}

/** One cell; redraws with this cell alone. Undefined: nobody has written it. */
export function useCell(key: CellKey): Cell | undefined {
  const { live } = useTable();
  return useSyncExternalStore(live.subscribe, () => live.get().cells.get(key));
}

/** Somebody else who is in this cell just now. */
export function useVisitor(key: string): Visitor | undefined {
  const { people } = useTable();
  return useSyncExternalStore(people.subscribe, () => people.visitorOf(key));
}

export const useMayWrite = (): boolean => useReadable(useTable().room.mayWrite);

/** Scenarios that are not archived, with what comes of them, in their order. */
export function useEvaluations(): readonly Evaluation[] {
  const { model } = useSnapshot();
  return useMemo(() => model.scenarios.filter(({ archived }) => !archived).map(scenario => evaluate(model, scenario)), [model]);
}

/** The scenario that the address asks for (`?scenario=`), else the one on the table. Undefined in an empty model. */
export function useChosen(): { chosen: Evaluation | undefined; choose: (id: string) => void } {
  const { model } = useSnapshot();
  const [params, setParams] = useSearchParams();
  const asked = params.get('scenario');
  const scenario = model.scenarios.find(({ id }) => id === asked) ?? onTable(model);
  const choose = (id: string): void => {
    setParams(before => new URLSearchParams({ ...Object.fromEntries(before), scenario: id }), { replace: true });
  };
  return { chosen: useMemo(() => scenario && evaluate(model, scenario), [model, scenario]), choose };
}
