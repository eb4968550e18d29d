/** The person who is signed in, at the http door. */
import { ChangeMe, Me } from '../../shared/people.ts';
import { ChangePassword } from '../../shared/signIn.ts';
import { changeMe, readMe } from '../actions/me.ts';
import type { Auth } from '../auth/auth.ts';
import type { Parts } from '../parts.ts';
import { type Route, route } from './route.ts';

export function meRoutes(parts: Parts, auth: Auth): Route[] {
  return [
    route({
      method: 'get', path: '/api/me', needs: 'signed-in', answer: Me,
      async handle({ person, request, response }) {
        await auth.keepAwake(request, response);
        return readMe(parts, person);
      },
    }),
    route({ method: 'patch', path: '/api/me', needs: 'signed-in', body: ChangeMe, answer: Me, handle: ({ person, body }) => changeMe(parts, person, body) }),
    route({
      method: 'put', path: '/api/me/password', needs: 'signed-in', pace: 'rare', body: ChangePassword,
      handle: ({ person, session, body }) => auth.changePassword(person.id, body, session.id),
    }),
  ];
}
