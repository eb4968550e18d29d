/**
 * Who is asking, and how people come in and go: the one face of sign-in towards the rest of the server.
 * Knows requests and cookies; knows nothing of projects, sides or roles.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { Request, Response } from 'express';
import { isAPIError } from 'better-auth/api';
import type { PersonId } from '../../shared/ids.ts';
import { Refusal, type RefusalCode } from '../../shared/refusals.ts';
import type { ChangePassword, SignedInWith } from '../../shared/signIn.ts';
import type { Accounts, Asking, WhoIs } from '../actions/whoIs.ts';
import { signInLetter } from '../domain/letters.ts';
import type { BaseParts } from '../parts.ts';
import { people } from '../storage/collections.ts';
import { createAccounts } from './accounts.ts';
import { type BetterAuth, createBetterAuth, LINK_MINUTES, type SendLink, sessionCookie } from './betterAuth.ts';
import { passwords, sessions, verifications } from './collections.ts';
import { followed } from './followed.ts';
import { verifyPassword } from './passwords.ts';
import { sweep } from './sweep.ts';
import { createTables, type OnSessionEnded } from './tables.ts';
import { createWhoIs } from './whoIs.ts';

/** What the mount needs to let a handler begin a session. */
export interface SessionCookies {
  begin(personId: PersonId, how: SignedInWith, request: Request, response: Response): Promise<void>;
}

export interface Auth {
  whoIs: WhoIs;
  accounts: Accounts;
  cookies: SessionCookies;
  /** 204 with a cookie, or `wrong-sign-in`: the same answer and the same work for an unknown address. */
  withPassword(given: { email: string; password: string }, request: Request, response: Response): Promise<void>;
  /** Always resolves, whether or not somebody has this address; the letter goes out afterwards. */
  askForLink(email: string, origin: string): Promise<void>;
  /** One use, ten minutes. */
  withLink(token: string, request: Request, response: Response): Promise<void>;
  signOut(request: Request, response: Response): Promise<void>;
  /** The present password is asked for when there is one; every other session of theirs ends. */
  changePassword(personId: PersonId, asked: ChangePassword, sessionId: string): Promise<void>;
  /** A session without a browser, as the cookie that opens it (`name=value`): for tests and tools that act as somebody. */
  sessionFor(personId: PersonId, how: SignedInWith): Promise<string>;
  /** Carries a session that is in use past its week; called where a page loads. */
  keepAwake(request: Request, response: Response): Promise<void>;
}

export function createAuth(base: BaseParts, secret: string, onSessionEnded: OnSessionEnded): Auth {
  const tables = createTables(base.store, onSessionEnded);
  const sendLink = createSendLink(base);
  const better = createBetterAuth({ config: base.config, secret, tables, log: base.log, sendLink });
  const whoIs = createWhoIs(base, secret);
  const ask: Ask = call => followed(() => call(better.api));
  const doors = new SignInDoors(base, ask, whoIs, onSessionEnded);
  const accounts = createAccounts(base, onSessionEnded);
  return {
    whoIs,
    accounts,
    changePassword: (...asked) => changePassword(base, accounts, ...asked),
    cookies: { begin: (...asked) => doors.begin(...asked) },
    withPassword: (...asked) => doors.withPassword(...asked),
    askForLink: (...asked) => doors.askForLink(...asked),
    withLink: (...asked) => doors.withLink(...asked),
    signOut: (...asked) => doors.signOut(...asked),
    keepAwake: (...asked) => doors.keepAwake(...asked),
    sessionFor: (...asked) => doors.sessionFor(...asked),
  };
}

async function changePassword({ store }: BaseParts, accounts: Accounts, personId: PersonId, { present, next }: ChangePassword, sessionId: string): Promise<void> {
  const kept = await store.getUnique(passwords, 'byPerson', [personId]);
  if (kept && !(await verifyPassword({ hash: kept.hash, password: present }))) throw new Refusal('wrong-password');
  await accounts.setPassword(personId, next, sessionId);
}

/** The one way to better-auth: nothing of it runs unfollowed, or is followed for ever. */
type Ask = <T>(call: (api: BetterAuth['api']) => Promise<T>) => Promise<T>;

class SignInDoors {
  constructor(
    private readonly base: BaseParts,
    private readonly ask: Ask,
    private readonly whoIs: WhoIs,
    private readonly onSessionEnded: OnSessionEnded,
  ) {}

  async begin(personId: PersonId, how: SignedInWith, request: Request, response: Response): Promise<void> {
    const begun = await this.ask(api => api.beginSession({ body: { personId, how }, headers: cookieAlone(request.headers), returnHeaders: true }));
    await this.#replaceSession(request, response, begun.headers);
  }

  async withPassword(given: { email: string; password: string }, request: Request, response: Response): Promise<void> {
    const begun = await refusing('UNAUTHORIZED', 'wrong-sign-in', () =>
      this.ask(api => api.signInEmail({ body: given, headers: cookieAlone(request.headers), returnHeaders: true })));
    await this.#replaceSession(request, response, begun.headers);
  }

  async askForLink(email: string, origin: string): Promise<void> {
    await sweep(this.base.store, verifications, 'byExpiry', this.base.clock());
    await this.ask(api => api.signInMagicLink({ body: { email, metadata: { origin } }, headers: new Headers() }));
  }

  async withLink(token: string, request: Request, response: Response): Promise<void> {
    const begun = await refusing('FOUND', 'link-used', () =>
      this.ask(api => api.magicLinkVerify({ query: { token }, headers: cookieAlone(request.headers), returnHeaders: true })));
    await this.#replaceSession(request, response, begun.headers);
  }

  /** Unlike better-auth's own, this throws when the session could not be removed: "signed out" must be true. */
  async signOut(request: Request, response: Response): Promise<void> {
    await this.#endSession(request);
    const cleared = await this.ask(api => api.signOut({ headers: cookieAlone(request.headers), returnHeaders: true }));
    passCookies(this.base, cleared.headers, response);
  }

  async sessionFor(personId: PersonId, how: SignedInWith): Promise<string> {
    const begun = await this.ask(api => api.beginSession({ body: { personId, how }, headers: new Headers(), returnHeaders: true }));
    return begun.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  }

  async keepAwake(request: Request, response: Response): Promise<void> {
    const seen = await this.ask(api => api.getSession({ headers: cookieAlone(request.headers), returnHeaders: true }));
    passCookies(this.base, seen.headers, response);
  }

  /** A browser that signs in again gets a fresh token, and the one it held before opens nothing any more. */
  async #replaceSession(request: Request, response: Response, headers: Headers): Promise<void> {
    await this.#endSession(request);
    await sweep(this.base.store, sessions, 'byExpiry', this.base.clock());
    passCookies(this.base, headers, response);
  }

  async #endSession(request: Request): Promise<void> {
    const asking = await this.whoIs(request.headers);
    if (asking) await endSession(this.base, asking, this.onSessionEnded);
  }
}

async function endSession({ store }: BaseParts, { sessionId, person }: Asking, onSessionEnded: OnSessionEnded): Promise<void> {
  await createTables(store, onSessionEnded)['session']?.remove({ id: sessionId, userId: person.id });
}

/** Nothing else of a request reaches better-auth: no Host, no Forwarded, no Origin. */
function cookieAlone(headers: IncomingHttpHeaders): Headers {
  return new Headers({ cookie: headers.cookie ?? '', 'user-agent': headers['user-agent'] ?? '' });
}

/** better-auth also clears cookies that we never set; only the session's own travels. */
function passCookies({ config }: BaseParts, from: Headers, response: Response): void {
  const ours = from.getSetCookie().filter(cookie => cookie.startsWith(`${sessionCookie(config).name}=`));
  for (const cookie of ours) response.append('Set-Cookie', cookie);
}

/** Its one expected failure becomes our refusal; every other is thrown on. */
async function refusing<T>(status: 'UNAUTHORIZED' | 'FOUND', code: RefusalCode, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (isAPIError(error) && error.status === status) throw new Refusal(code);
    throw error;
  }
}

/** Not awaited by whoever asked: the time a letter takes would tell that the address is known. */
function createSendLink({ store, mail, log }: BaseParts): (link: SendLink) => Promise<void> {
  return async ({ email, token, origin }) => {
    const person = await store.getUnique(people, 'byEmail', [email]);
    if (!person) return;
    const letter = signInLetter(person.language, { name: person.name, link: `${origin}/sign-in/link#${token}`, minutes: LINK_MINUTES });
    void mail.send({ to: email, ...letter }).catch((error: unknown) => log.error({ error }, 'a sign-in letter was not sent'));
  };
}

