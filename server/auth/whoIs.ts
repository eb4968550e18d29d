/**
 * Who is asking: the session behind a cookie. better-auth writes and signs the cookie; it is read here, because every
 * request and every line asks, twice at the door of a room, and better-auth's own answer takes a hundred times as long.
 *
 * A test holds it against better-auth: both know the same people. Knows one cookie; knows nothing of places in projects.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Asking, WhoIs } from '../actions/whoIs.ts';
import { hashToken } from '../ids.ts';
import type { BaseParts } from '../parts.ts';
import { people } from '../storage/collections.ts';
import { SESSION_AT_MOST_MS, sessionCookie } from './betterAuth.ts';
import { sessions } from './collections.ts';

/** Read from the store each time: whoever was signed out a moment ago is nobody now. */
export function createWhoIs({ config, store, clock }: Pick<BaseParts, 'config' | 'store' | 'clock'>, secret: string): WhoIs {
  const { name } = sessionCookie(config);
  return async ({ cookie }): Promise<Asking | undefined> => {
    const token = cookie === undefined ? undefined : signedValue(cookie, name, secret);
    const session = token === undefined ? undefined : await store.getUnique(sessions, 'byToken', [hashToken(token)]);
    const now = clock();
    if (!session || session.expiresAt < now || session.createdAt + SESSION_AT_MOST_MS < now) return undefined;
    const person = await store.get(people, session.personId);
    return person && { person, sessionId: session.id, signedInWith: session.signedInWith };
  };
}

/** The value of a cookie whose signature is ours. */
function signedValue(cookies: string, name: string, secret: string): string | undefined {
  const value = valueOf(cookies, name);
  const seam = value?.lastIndexOf('.') ?? -1;
  if (value === undefined || seam < 1) return undefined;
  const token = value.slice(0, seam);
  const ours = Buffer.from(createHmac('sha256', secret).update(token).digest('base64'));
  const theirs = Buffer.from(value.slice(seam + 1));
  return theirs.length === ours.length && timingSafeEqual(theirs, ours) ? token : undefined;
}

/** The first of this name, as browsers put the most specific first. */
function valueOf(cookies: string, name: string): string | undefined {
  const own = cookies.split(';').find(pair => pair.slice(0, pair.indexOf('=')).trim() === name);
  try {
    return own && decodeURIComponent(own.slice(own.indexOf('=') + 1).trim());
  } catch {
    return undefined; // no cookie of ours: those decode
  }
}
