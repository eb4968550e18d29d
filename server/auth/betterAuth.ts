/**
 * better-auth, set up for what we use of it: passwords, one-time links, signed session cookies.
 *
 * Its own http handler is not mounted: our routes call these functions, so that origin, pace, body and answer
 * are checked in one place, and no endpoint exists that we did not declare.
 */
import { betterAuth } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { magicLink } from 'better-auth/plugins';
import type { Logger } from 'pino';
import * as z from 'zod';
import { PersonId } from '../../shared/ids.ts';
import { PASSWORD_MAX, PASSWORD_MIN, SignedInWith } from '../../shared/signIn.ts';
import type { Config } from '../config.ts';
import { hashToken, makeToken } from '../ids.ts';
import { createAdapter } from './adapter.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import type { Table } from './tables.ts';

export const LINK_MINUTES = 10;
/** A session ends after a week without a visit … */
const IDLE_SECONDS = 7 * 24 * 60 * 60;
const REFRESH_AFTER_SECONDS = 24 * 60 * 60;
/** … and after a month in any case. */
export const SESSION_AT_MOST_MS = 30 * 24 * 60 * 60 * 1_000;

export interface SendLink {
  email: string;
  token: string;
  /** Where the link leads: our address, decided by the door. */
  origin: string;
}

export interface BetterAuthNeeds {
  config: Config;
  secret: string;
  tables: Readonly<Record<string, Table>>;
  log: Logger;
  sendLink: (link: SendLink) => Promise<void>;
}

export type BetterAuth = ReturnType<typeof createBetterAuth>;

export function createBetterAuth({ config, secret, tables, log, sendLink }: BetterAuthNeeds) {
  return betterAuth({
    appName: 'Insieme',
    baseURL: config.publicUrl ?? 'http://localhost', // only for addresses of its own, which nobody sees
    basePath: '/api/auth',
    secret,
    database: createAdapter(tables),
    telemetry: { enabled: false },
    rateLimit: { enabled: false }, // ours stands before every route
    // Its messages name what failed; its further arguments may hold rows, so only errors are told, by name.
    logger: { level: 'error', log: (_level, message) => log.error({ from: 'better-auth' }, message) },
    user: {
      additionalFields: {
        language: { type: 'string', input: false },
        scheme: { type: 'string', input: false },
      },
    },
    session: {
      expiresIn: IDLE_SECONDS,
      updateAge: REFRESH_AFTER_SECONDS,
      cookieCache: { enabled: false }, // a deleted session must be nobody at once
      additionalFields: { signedInWith: { type: 'string', input: false } },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    plugins: [linkPlugin(sendLink), seatPlugin()],
    databaseHooks: { session: { create: { before: async (session, context) => ({ data: howSignedIn(session, context?.path) }) } } },
    advanced: {
      database: { generateId: () => makeToken() },
      ipAddress: { disableIpTracking: true }, // it would believe any X-Forwarded-For
      useSecureCookies: false, // it would add __Secure-; ours is stricter
      cookies: { session_token: sessionCookie(config) },
    },
  });
}

/** `__Host-`: only this host over https can set it, and no neighbour on the same domain. */
export function sessionCookie(config: Config) {
  const secure = config.mode === 'public';
  return {
    name: secure ? '__Host-insieme' : 'insieme',
    attributes: { secure, httpOnly: true, sameSite: 'lax' as const, path: '/' },
  };
}

function linkPlugin(sendLink: BetterAuthNeeds['sendLink']) {
  return magicLink({
    expiresIn: LINK_MINUTES * 60,
    disableSignUp: true,
    generateToken: () => makeToken(),
    storeToken: { type: 'custom-hasher', hash: async token => hashToken(token) },
    sendMagicLink: ({ email, token, metadata }) => sendLink({ email, token, origin: z.string().parse(metadata?.['origin']) }),
  });
}

/** Sessions that begin without password or link: an accepted invitation, a seat of the demo, the first set-up. */
function seatPlugin() {
  return {
    id: 'seat',
    endpoints: {
      beginSession: createAuthEndpoint.serverOnly(
        { method: 'POST', requireHeaders: true, body: z.object({ personId: PersonId, how: SignedInWith }) },
        async context => {
          const { personId, how } = context.body;
          const user = await context.context.internalAdapter.findUserById(personId);
          if (!user) throw new Error('A session was to begin for somebody who is not there.');
          const session = await context.context.internalAdapter.createSession(personId, false, { signedInWith: how });
          await setSessionCookie(context, { session, user });
          return { sessionId: session.id };
        },
      ),
    },
  };
}

/** Which door the session came through; a door we do not know makes no session. */
function howSignedIn(session: Readonly<Record<string, unknown>>, path: string | undefined): { signedInWith: SignedInWith } {
  if (path === '/sign-in/email') return { signedInWith: 'password' };
  if (path === '/magic-link/verify') return { signedInWith: 'link' };
  return { signedInWith: SignedInWith.parse(session['signedInWith']) };
}
