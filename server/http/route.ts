/**
 * A route as data: who may ask, what is read, what may leave, and the action behind it.
 *
 * Because routes are data, one place enforces access, one test walks them all, and a route cannot exist
 * without a declared rule. `app.ts` mounts them; `errors.ts` turns what is thrown into answers.
 */
import type { Request, Response } from 'express';
import type * as z from 'zod';
import type { Deed } from '../../shared/access.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members.ts';
import type { Person } from '../../shared/people.ts';
import type { Project } from '../../shared/projects.ts';
import type { SignedInWith } from '../../shared/signIn.ts';
import type { Stored } from '../storage/store.ts';

/** `anyone`: before sign-in. `signed-in`: any person. A deed: a member of `:projectId` who is allowed to. */
export type Needs = 'anyone' | 'signed-in' | Deed;

/** How often one address or person may ask; `normal` is generous, `rare` is for what sends mail or guesses secrets. */
export type Pace = 'normal' | 'rare';

export interface Asked<Body, Query> {
  readonly params: Readonly<Record<string, string>>;
  readonly body: Body;
  readonly query: Query;
  /** Throws `Refusal('signed-out')` on routes for anyone when nobody is signed in. */
  readonly person: Stored<Person>;
  readonly personOrNobody: Stored<Person> | undefined;
  /** Present on routes that need a deed; reading them elsewhere is our bug and throws. */
  readonly project: Stored<Project>;
  readonly member: Stored<Member>;
  /** The session behind this request; throws `Refusal('signed-out')` when there is none. */
  readonly session: { readonly id: string; readonly signedInWith: SignedInWith };
  /** Where the request came from: the socket's address, or what a trusted proxy said. Approvals record it. */
  readonly from: string;
  /** The browser's own description of itself, at most 300 characters. */
  readonly device: string;
  /** What links to send or show begin with: PUBLIC_URL, or in local mode the address this request came to. No slash at the end. */
  readonly origin: string;
  /** Begins a session for this person and puts its cookie on the answer; a session of before ends. */
  signIn(personId: PersonId, how: SignedInWith): Promise<void>;
  /** For the few that set cookies or stream a file; everything else just returns its answer. */
  readonly request: Request;
  readonly response: Response;
}

export interface Route {
  readonly method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  /** Express path under `/api`; routes that need a deed carry `:projectId`. */
  readonly path: `/api/${string}`;
  readonly needs: Needs;
  readonly pace: Pace;
  readonly body: z.ZodType | undefined;
  readonly query: z.ZodType | undefined;
  /** Only what this schema names leaves: answers are an allow-list. Undefined answers 204. */
  readonly answer: z.ZodType | undefined;
  readonly handle: (asked: Asked<never, never>) => Promise<unknown>;
}

/** Declares a route with its types tied together. */
export function route<Body = undefined, Query = undefined, Answer = undefined>(declared: {
  method: Route['method'];
  path: Route['path'];
  needs: Needs;
  pace?: Pace;
  body?: z.ZodType<Body>;
  query?: z.ZodType<Query>;
  answer?: z.ZodType<Answer>;
  handle: (asked: Asked<Body, Query>) => Promise<Answer | void>;
}): Route {
  const { pace = 'normal', body, query, answer, handle, ...rest } = declared;
  return { ...rest, pace, body, query, answer, handle };
}
