/** What sign-in keeps: sessions, passwords, one-time links, proven addresses. Secrets are kept as hashes alone. */
import * as z from 'zod';
import { PersonId } from '../../shared/ids.ts';
import { SignedInWith } from '../../shared/signIn.ts';
import { COLLECTIONS } from '../storage/collections.ts';
import { type Collection, collection } from '../storage/store.ts';

const Time = z.int().nonnegative(); // epoch milliseconds

export const KeptSession = z.object({
  id: z.string(),
  personId: PersonId,
  tokenHash: z.string(), // SHA-256 of what the cookie carries
  signedInWith: SignedInWith,
  device: z.string(),
  createdAt: Time,
  updatedAt: Time,
  expiresAt: Time,
});
export type KeptSession = z.infer<typeof KeptSession>;
export const sessions = collection<KeptSession>({
  name: 'sessions', schema: KeptSession,
  unique: { byToken: ['tokenHash'] },
  indexes: { byPerson: ['personId', 'createdAt'], byExpiry: ['expiresAt'] },
});

/** One per person at most. Whoever signs in by link alone has none. */
export const KeptPassword = z.object({
  id: z.string(),
  personId: PersonId,
  hash: z.string(), // argon2id, with its own salt and costs
  createdAt: Time,
  updatedAt: Time,
});
export type KeptPassword = z.infer<typeof KeptPassword>;
export const passwords = collection<KeptPassword>({ name: 'passwords', schema: KeptPassword, unique: { byPerson: ['personId'] } });

/** A one-time link that has not been used, or a lock of better-auth's own. */
export const KeptVerification = z.object({
  id: z.string(),
  identifier: z.string(), // of a link: SHA-256 of its token
  value: z.string(),
  createdAt: Time,
  updatedAt: Time,
  expiresAt: Time,
});
export type KeptVerification = z.infer<typeof KeptVerification>;
export const verifications = collection<KeptVerification>({
  name: 'verifications', schema: KeptVerification,
  indexes: { byIdentifier: ['identifier', 'createdAt'], byExpiry: ['expiresAt'] },
});

/** A letter to this address came back. Until then a link that does takes the account over cleanly: old password and sessions end. */
export const ProvenAddress = z.object({ id: PersonId, email: z.string(), provenAt: Time });
export type ProvenAddress = z.infer<typeof ProvenAddress>;
export const provenAddresses = collection<ProvenAddress>({ name: 'provenAddresses', schema: ProvenAddress });

/** The printed link that sets up an empty store; there is one at a time. */
export const SetupLink = z.object({ id: z.literal('setup'), tokenHash: z.string(), madeAt: Time });
export type SetupLink = z.infer<typeof SetupLink>;
export const setupLinks = collection<SetupLink>({ name: 'setupLinks', schema: SetupLink });

/** Every collection of the installation; `main.ts` and `startApp` open a store with these. */
export const ALL_COLLECTIONS: readonly Collection<never>[] = [
  ...COLLECTIONS,
  ...[sessions, passwords, verifications, provenAddresses, setupLinks].map(each => each as unknown as Collection<never>),
];
