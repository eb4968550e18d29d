/** Setting up an empty store, at the http door. */
import { SetUp, SetupState } from '../../shared/signIn.ts';
import { isEmpty, setUp } from '../auth/setup.ts';
import type { Parts } from '../parts.ts';
import { type Route, route } from './route.ts';

export function setupRoutes(parts: Parts): Route[] {
  return [
    route({
      method: 'get', path: '/api/setup', needs: 'anyone', answer: SetupState,
      handle: async () => ({
        state: (await isEmpty(parts.store)) ? 'empty' as const : 'done' as const,
        demoAllowed: parts.config.mode === 'local',
        demo: parts.config.demo,
      }),
    }),
    route({
      method: 'post', path: '/api/setup', needs: 'anyone', pace: 'rare', body: SetUp,
      async handle({ body, signIn }) {
        const personId = await setUp(parts, body);
        await signIn(personId, 'password');
      },
    }),
  ];
}
