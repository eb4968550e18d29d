/** How a door learns who is asking, without knowing cookies or sessions; `server/auth/` implements it. */
import type { IncomingHttpHeaders } from 'node:http';
import type { PersonId } from '../../shared/ids.ts';
import type { Person } from '../../shared/people.ts';
import type { SignedInWith } from '../../shared/signIn.ts';
import type { Stored } from '../storage/store.ts';

export interface Asking {
  readonly person: Stored<Person>;
  readonly sessionId: string;
  /** Kept with the session; an approval records it. */
  readonly signedInWith: SignedInWith;
}

/** Undefined when nobody is signed in. Never answers from a cache: a deleted session is nobody at once. */
export type WhoIs = (headers: IncomingHttpHeaders) => Promise<Asking | undefined>;

/** What the two live doors (news and sync) ask before they let anybody in. */
export interface Gate {
  whoIs: WhoIs;
  /** True when the request comes from a page of ours (design §8: exact in public mode, the request's own host in local mode). */
  originIsOurs(headers: IncomingHttpHeaders): boolean;
}

/** What actions may do with the ways in of a person. */
export interface Accounts {
  /** Sets or replaces the password; every session of theirs but `except` ends. */
  setPassword(personId: PersonId, password: string, except?: string): Promise<void>;
  /** The address has proved itself: a letter sent there came back. Until then an e-mail link takes the account over cleanly. */
  addressProven(personId: PersonId): Promise<void>;
}
