/** Sets passwords and proves addresses, for the actions that make people: set-up, invitations, the page about me. */
import type { PersonId } from '../../shared/ids.ts';
import type { Accounts } from '../actions/whoIs.ts';
import { makeToken } from '../ids.ts';
import type { BaseParts } from '../parts.ts';
import { people } from '../storage/collections.ts';
import { put, remove } from '../storage/store.ts';
import { passwords, provenAddresses, sessions } from './collections.ts';
import { hashPassword } from './passwords.ts';
import type { OnSessionEnded } from './tables.ts';

export function createAccounts(base: BaseParts, onSessionEnded: OnSessionEnded): Accounts {
  return {
    async setPassword(personId, password, except) {
      await keepPassword(base, personId, await hashPassword(password));
      await endSessions(base, personId, except, onSessionEnded);
    },
    async addressProven(personId) {
      const { store, clock } = base;
      const [person, kept] = await Promise.all([store.get(people, personId), store.get(provenAddresses, personId)]);
      if (!person || kept?.email === person.email) return;
      await store.commit([put(provenAddresses, { id: personId, email: person.email, provenAt: clock() }, kept?.rev ?? null)]);
    },
  };
}

async function keepPassword({ store, clock }: BaseParts, personId: PersonId, hash: string): Promise<void> {
  const kept = await store.getUnique(passwords, 'byPerson', [personId]);
  const now = clock();
  const record = { id: kept?.id ?? makeToken(), personId, hash, createdAt: kept?.createdAt ?? now, updatedAt: now };
  await store.commit([put(passwords, record, kept?.rev ?? null)]);
}

/** Whoever learnt the old password is out at once. */
async function endSessions({ store }: BaseParts, personId: PersonId, except: string | undefined, onSessionEnded: OnSessionEnded): Promise<void> {
  const ending = (await store.find(sessions, 'byPerson', [personId])).filter(session => session.id !== except);
  if (ending.length === 0) return;
  await store.commit(ending.map(session => remove(sessions, session.id, session.rev)));
  for (const session of ending) onSessionEnded(personId, session.id);
}
