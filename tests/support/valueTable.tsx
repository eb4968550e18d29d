/** A value model on a table in jsdom: a worked example in a document, a room that tells nothing but what a screen asks. */
import type { ReactNode } from 'react';
import type * as Y from 'yjs';
import { CASES } from '../../server/demo/cases.ts';
import { driverRows, scenarioRows, settingsOf } from '../../server/demo/model.ts';
import { newRoomDoc } from '../../shared/documents/roots.ts';
import { addRows, type NewRow, readModel, writeCells } from '../../shared/documents/value.ts';
import type { MemberView } from '../../shared/members.ts';
import type { ProjectView } from '../../shared/projects.ts';
import { type CellKey, cellKey } from '../../shared/value/keys.ts';
import { type Model, SETTINGS_ROW } from '../../shared/value/model.ts';
import type { LiveRoom } from '../../client/collab/types.ts';
import { ValueProvider } from '../../client/features/value/ValueContext.tsx';
import { idFor, makeMember } from './makeMember.ts';

const constant = <T,>(value: T) => ({ get: () => value, subscribe: () => () => undefined });

export interface ValueTable {
  doc: Y.Doc;
  room: LiveRoom;
  project: ProjectView;
  /** As it stands now. */
  model(): Model;
  /** Somebody writes; a drawn screen follows. */
  write(changes: readonly (readonly [CellKey, string | number | boolean | null])[]): void;
  around(what: ReactNode): ReactNode;
}

interface Options {
  /** 'A' fashion, 'B' mobility, 'C' health; none: nothing is written yet. */
  example?: 'A' | 'B' | 'C';
  rows?: readonly NewRow[];
  mayWrite?: boolean;
  side?: ProjectView['me']['side'];
  /** Who writes under which client id; without one: whoever sits here. */
  people?: readonly { member: MemberView; clientId?: number }[];
}

export function valueTable({ example, rows = [], mayWrite = true, side = 'seller', people = [] }: Options = {}): ValueTable {
  const doc = newRoomDoc();
  const edit = { at: 1, origin: 'test' };
  const of = example && CASES['ABC'.indexOf(example)];
  if (of) {
    writeCells(doc, Object.entries(settingsOf(of)).map(([field, value]) => [cellKey(SETTINGS_ROW, field), value] as const), edit);
    addRows(doc, [...driverRows(of, 'en'), ...scenarioRows(of, 'en')], edit);
  }
  addRows(doc, rows, edit);
  const room = {
    projectId: idFor('prj', 'one'), kind: 'shared', doc, people: constant([]), seats: constant(0), mayWrite: constant(mayWrite), ready: constant(true),
    authorOf: (id: number) => people.find(({ clientId = doc.clientID }) => clientId === id)?.member.id, setPresence: () => undefined,
  } as unknown as LiveRoom;
  const project = projectOf(side);
  return {
    doc, room, project,
    model: () => readModel(doc),
    write: changes => { writeCells(doc, changes, edit); },
    around: what => <ValueProvider project={project} room={room} members={people.map(({ member }) => member)}>{what}</ValueProvider>,
  };
}

/** A member as pages see them. */
export const memberView = (name: 'marta' | 'paolo', fullName: string): MemberView => {
  const { id, personId, side, role, approver, joinedAt } = makeMember(name);
  return { id, personId, side, role, approver, joinedAt, name: fullName, removed: false };
};

/** The project of Nodo and Modastile as somebody of this side sees it. */
export function projectOf(side: ProjectView['me']['side'], more: Partial<ProjectView['me']> = {}): ProjectView {
  return {
    id: idFor('prj', 'one'), workspaceId: idFor('wsp', 'one'), title: 'One customer, one record', sellerName: 'Nodo S.r.l.', clientName: 'Modastile S.p.A.',
    currency: 'EUR', language: 'en', template: 'blank', stage: 'count', createdAt: 0, changedAt: 0, archivedAt: null, epoch: 1,
    me: { memberId: idFor('mbr', side), side, role: 'editor', approver: false, ...more },
  };
}
