/** The examples' seats at the http door: with --demo alone, and never told apart from nothing without it. */
import { Refusal } from '../../shared/refusals.ts';
import { DemoTable, Sit } from '../../shared/signIn.ts';
import { chooseSeat, readDemoTable } from '../actions/demo.ts';
import type { Parts } from '../parts.ts';
import { type Route, route } from './route.ts';

export function demoRoutes(parts: Parts): Route[] {
  const demoOnly = () => {
    if (!parts.config.demo) throw new Refusal('not-found');
  };
  return [
    route({
      method: 'get', path: '/api/demo', needs: 'anyone', answer: DemoTable,
      async handle({ request }) {
        demoOnly();
        return readDemoTable(parts, request.headers.host ?? 'localhost');
      },
    }),
    route({
      method: 'post', path: '/api/demo/sit', needs: 'anyone', body: Sit,
      async handle({ body, request, personOrNobody, signIn }) {
        demoOnly();
        await chooseSeat(parts, body.personId, request.headers.host ?? 'localhost');
        // A second tab of Marta sits beside the first; a new session would end the first one's live lines.
        if (personOrNobody?.id !== body.personId) await signIn(body.personId, 'demo');
      },
    }),
  ];
}
