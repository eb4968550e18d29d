/** Every route × every field × what injections look like: read as wrong, never as a query, never as our bug. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import type { Route } from '../../../server/http/route.ts';
import { allRoutes } from '../../../server/http/routes.ts';
import { allows, type Deed } from '../../../shared/access.ts';
import { oneProject, type OneProject, type Seated } from '../../support/oneProject.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

/** As JSON text: an object literal would swallow `__proto__`. */
const PAYLOADS = [
  '{"$ne":null}', '{"$gt":""}', '{"$regex":".*"}', '{"$where":"1"}', '{"$in":["a"]}', '[{"$ne":null}]', '["a"]', '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}', '{"toString":"x"}', '{"length":3}', '1e999', '[[[[[[[[[[]]]]]]]]]]',
];

let app: TestApp;
let one: OneProject;
let askers: Seated[];
let routes: Route[];
beforeAll(async () => {
  app = await startApp({ argv: ['--demo'] });
  one = await oneProject(app);
  askers = [await one.seat('marta'), await one.seat('giulia')];
  routes = allRoutes(app.parts, { auth: app.auth, outbox: app.outbox }).filter(route => route.body !== undefined);
});
afterAll(() => app.close());

test('no field of any body takes an operator, a list or a prototype', async () => {
  let asked = 0;
  for (const route of routes) {
    for (const field of fieldsOf(route.body!)) {
      const answers = await Promise.all(PAYLOADS.map(payload => send(route, `{${JSON.stringify(field)}:${payload}}`)));
      const wrong = answers.filter(({ status }) => status < 400 || status >= 500);
      expect(wrong, `${route.method} ${route.path} ${field}`).toEqual([]);
      asked += answers.length;
    }
  }
  expect(asked).toBeGreaterThan(200);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
}, 30_000);

test('no body as a whole is anything but what was declared', async () => {
  for (const route of routes) {
    for (const body of ['null', '[]', '"text"', '7', 'not json', '{"a":', ...PAYLOADS.filter(payload => payload.startsWith('['))]) {
      const { status } = await send(route, body);
      expect([`${route.method} ${route.path}`, body, status >= 400 && status < 500]).toEqual([`${route.method} ${route.path}`, body, true]);
    }
  }
}, 30_000);

test('nothing of it was our bug', () => {
  expect(app.logged.filter(line => line.includes('"level":50'))).toEqual([]);
});

/** The names at the top of a body, whatever its variants. */
function fieldsOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodDiscriminatedUnion) return [...new Set(schema.options.flatMap(each => fieldsOf(each as z.ZodType)))];
  throw new Error('A body of a kind this test does not know: teach it.');
}

function send(route: Route, body: string): Promise<{ status: number }> {
  const asker = askers.find(each => !(route.needs in NOT_DEEDS) && allows(each.member, route.needs as Deed)) ?? askers[0]!;
  const path = route.path.replace(':projectId', one.project.id).replace(':kind', 'shared').replace(/:(\w+)/g, 'some-id');
  return asker.browser.ask(route.method.toUpperCase(), path, body);
}
const NOT_DEEDS = { 'anyone': 1, 'signed-in': 1 };
