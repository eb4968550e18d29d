/** A room for pages under test: a real document and real presence without a line. */
import { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { MemberId } from '../../../../shared/ids.ts';
import type { RichText } from '../../../../shared/documents/richtext.ts';
import { writeRichText } from '../../../../shared/documents/richtext.ts';
import { newRoomDoc, proposalRoot } from '../../../../shared/documents/roots.ts';
import type { LiveRoom, PersonHere, SaveStatus } from '../../../../client/collab/types.ts';
import { NOWHERE } from '../../../../client/collab/people.ts';
import { Value } from '../../../../client/collab/value.ts';
import { idFor } from '../../../support/makeMember.ts';

export interface TestRoom extends LiveRoom {
  readonly doc: Y.Doc;
  readonly mayWrite: Value<boolean>;
  readonly people: Value<readonly PersonHere[]>;
  readonly seats: Value<number>;
  /** Issues a client id to a member, and lets their page say something of itself. */
  sit(clientId: number, memberId: MemberId | undefined, state: Record<string, unknown> | null): void;
}

export function testRoom(text: RichText): TestRoom {
  const doc = newRoomDoc(1);
  writeRichText(proposalRoot(doc), text);
  const awareness = new Awareness(doc);
  const holders = new Map<number, MemberId>();
  const [people, seats] = [new Value<readonly PersonHere[]>([]), new Value(0)];
  return {
    projectId: idFor('prj', 'one'), kind: 'shared', doc, awareness, people, seats,
    status: new Value<SaveStatus>({ kind: 'saved', at: 0 }), mayWrite: new Value(true), readOnly: new Value(undefined), ready: new Value(true),
    authorOf: clientId => holders.get(clientId),
    setPresence: () => undefined,
    retry: () => undefined,
    sit(clientId, memberId, state) {
      if (memberId) holders.set(clientId, memberId);
      awareness.states.set(clientId, state as Record<string, unknown>);
      if (memberId) people.set([...people.get(), { clientId, memberId, self: false, presence: NOWHERE, changedAt: 0 }]);
      awareness.emit('change', [{ added: [clientId], updated: [], removed: [] }, 'line']);
      seats.set(seats.get() + 1);
    },
  };
}
