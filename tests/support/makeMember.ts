/** Makes a member for tests; the side is in the name of the person: Marta seller, Ivo internal, Paolo client. */
import type { IdKinds } from '../../shared/ids.ts';
import type { Member } from '../../shared/members.ts';

/** A legal id of a kind that a reader can recognise: `idFor('mbr', 'marta')`. */
export function idFor<Kind extends keyof IdKinds>(kind: Kind, name: string): IdKinds[Kind] {
  return `${kind}_${name.replace(/[^A-Za-z0-9]/g, '').slice(0, 22).padEnd(22, '0')}` as IdKinds[Kind];
}

const SIDES = { marta: 'seller', ivo: 'internal', lia: 'internal', paolo: 'client', giulia: 'client' } as const;

export function makeMember(name: keyof typeof SIDES, more: Partial<Member> = {}): Member {
  return {
    id: idFor('mbr', name), projectId: idFor('prj', 'one'), personId: idFor('psn', name), side: SIDES[name],
    role: name === 'marta' ? 'host' : 'editor', approver: name === 'giulia', joinedAt: 0, removedAt: null, ...more,
  };
}
