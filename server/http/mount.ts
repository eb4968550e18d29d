/**
 * Puts declared routes on Express. Everything a route must not forget happens here, in one order:
 * pace, who is asking, standing, body and query, the action, and an answer cut to its schema.
 *
 * It knows no noun. A route without a rule does not compile, and one without a place for its rule
 * (`:projectId` for a deed) stops the start.
 */
import { type Express, type Request, type RequestHandler, type Response, json } from 'express';
import type * as z from 'zod';
import { ProjectId } from '../../shared/ids.ts';
import { LIMITS } from '../../shared/limits.ts';
import { Refusal } from '../../shared/refusals.ts';
import { requireStanding, type Standing } from '../actions/standing.ts';
import type { Asking, WhoIs } from '../actions/whoIs.ts';
import type { SessionCookies } from '../auth/auth.ts';
import type { Config } from '../config.ts';
import { linkOrigin } from '../origins.ts';
import type { Store } from '../storage/store.ts';
import { limitPace, type Paces } from './pace.ts';
import type { Asked, Route } from './route.ts';

export interface MountNeeds {
  config: Config;
  store: Store;
  whoIs: WhoIs;
  cookies: SessionCookies;
  paces: Paces;
}

export function mountRoutes(app: Express, routes: readonly Route[], needs: MountNeeds): void {
  const normal = limitPace(needs.paces.normal);
  for (const route of routes) {
    refuseMisdeclared(route);
    const pace = route.pace === 'rare' ? [normal, limitPace(needs.paces.rare)] : [normal];
    const body = route.body ? [json({ limit: LIMITS.requestBytes, strict: true, type: 'application/json' })] : [];
    app[route.method](route.path, nameRoute(route), ...pace, ...body, handler(route, needs));
  }
}

/** The pattern, not the address, is what the log may say: addresses carry ids. */
function nameRoute(route: Route): RequestHandler {
  return (_request, response, next) => {
    response.locals['route'] = route.path;
    next();
  };
}

function handler(route: Route, needs: MountNeeds): RequestHandler {
  return async (request, response) => {
    const asked = await ask(route, request, response, needs);
    const answer = await route.handle(asked as unknown as Asked<never, never>);
    // A handler that streams a file or sets a page has answered by itself.
    if (response.headersSent) return;
    response.setHeader('Cache-Control', 'no-store');
    if (route.answer === undefined) response.status(204).end();
    else response.json(route.answer.parse(answer));
  };
}

async function ask(route: Route, request: Request, response: Response, needs: MountNeeds): Promise<Asked<unknown, unknown>> {
  const asking = await needs.whoIs(request.headers);
  response.locals['person'] = asking?.person.id;
  if (route.needs !== 'anyone' && !asking) throw new Refusal('signed-out');
  const standing = await standingFor(route, request, asking, needs.store);
  return asAsked({ request, response, asking, standing, needs, body: read(route.body, request.body, 'body'), query: read(route.query, request.query, 'query') });
}

/** Before the body is read: somebody outside learns nothing, not even which fields there are. */
async function standingFor(route: Route, request: Request, asking: Asking | undefined, store: Store): Promise<Standing | undefined> {
  if (route.needs === 'anyone' || route.needs === 'signed-in' || !asking) return undefined;
  const projectId = ProjectId.safeParse(request.params['projectId']);
  if (!projectId.success) throw new Refusal('not-found');
  return requireStanding(store, asking.person.id, projectId.data, route.needs);
}

function read(schema: z.ZodType | undefined, given: unknown, whole: string): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Refusal('unreadable', { field: parsed.error.issues[0]?.path.join('.') || whole });
}

interface AskedParts {
  request: Request;
  response: Response;
  asking: Asking | undefined;
  standing: Standing | undefined;
  needs: MountNeeds;
  body: unknown;
  query: unknown;
}

function asAsked({ request, response, asking, standing, needs, body, query }: AskedParts): Asked<unknown, unknown> {
  return {
    params: paramsOf(request),
    body,
    query,
    get person() { return someone(asking).person; },
    personOrNobody: asking?.person,
    get session() {
      const { sessionId, signedInWith } = someone(asking);
      return { id: sessionId, signedInWith };
    },
    get project() { return declared(standing).project; },
    get member() { return declared(standing).member; },
    from: request.ip ?? 'unknown',
    device: (request.get('user-agent') ?? '').slice(0, 300),
    origin: linkOrigin(needs.config, request.headers),
    signIn: (personId, how) => needs.cookies.begin(personId, how, request, response),
    request,
    response,
  };
}

function someone(asking: Asking | undefined): Asking {
  if (!asking) throw new Refusal('signed-out');
  return asking;
}

function declared(standing: Standing | undefined): Standing {
  if (!standing) throw new Error('This route declares no deed, so it has no project and no member.');
  return standing;
}

/** Express types wildcards as lists; our paths have none. */
function paramsOf(request: Request): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(request.params).map(([name, value]) => [name, String(value)]));
}

function refuseMisdeclared(route: Route): void {
  const needsProject = route.needs !== 'anyone' && route.needs !== 'signed-in';
  if (needsProject && !route.path.includes('/:projectId')) {
    throw new Error(`${route.method} ${route.path} needs “${route.needs}” but has no :projectId.`);
  }
}
