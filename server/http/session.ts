/** Signing in and out at the http door. Every way in is a POST: a link that a mail scanner opens does nothing. */
import { AskForLink, SignIn, UseLink } from '../../shared/signIn.ts';
import type { Auth } from '../auth/auth.ts';
import type { Parts } from '../parts.ts';
import { Tries } from './pace.ts';
import { type Route, route } from './route.ts';

/** For one address in a quarter of an hour, from wherever: guesses at its password, letters into its inbox. */
const GUESSES = { requests: 20, withinMs: 15 * 60_000 };
const LETTERS = { requests: 5, withinMs: 15 * 60_000 };

export function sessionRoutes({ clock }: Parts, auth: Auth): Route[] {
  const guesses = new Tries(GUESSES, clock);
  const letters = new Tries(LETTERS, clock);
  return [
    route({
      method: 'post', path: '/api/auth/sign-in/email', needs: 'anyone', pace: 'rare', body: SignIn,
      async handle({ body, request, response }) {
        guesses.count(body.email);
        await auth.withPassword(body, request, response);
        guesses.clear(body.email);
      },
    }),
    route({
      method: 'post', path: '/api/auth/sign-in/link', needs: 'anyone', pace: 'rare', body: AskForLink,
      async handle({ body, origin }) {
        letters.count(body.email);
        await auth.askForLink(body.email, origin);
      },
    }),
    route({
      method: 'post', path: '/api/auth/link', needs: 'anyone', pace: 'rare', body: UseLink,
      handle: ({ body, request, response }) => auth.withLink(body.token, request, response),
    }),
    route({
      method: 'post', path: '/api/auth/sign-out', needs: 'anyone',
      handle: ({ request, response }) => auth.signOut(request, response),
    }),
  ];
}
