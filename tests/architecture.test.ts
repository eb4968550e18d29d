/**
 * The arrows between folders, as data: who may import whom. What the table does not allow fails here,
 * so the drawing in docs/architecture.md stays true without anybody watching.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Each folder or file → what it may import besides itself. The longest match counts. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'shared/': [],

  'server/domain/': ['shared/'],
  'server/storage/': ['shared/'],
  'server/storage/embedded/': ['shared/', 'server/storage/'],
  'server/storage/mongo/': ['shared/', 'server/storage/'],
  'server/actions/': ['shared/', 'server/domain/', 'server/storage/', 'server/parts.ts', 'server/ids.ts', 'server/templates/', 'server/tables/'],
  'server/tables/': ['shared/'],
  'server/templates/': ['shared/', 'server/domain/', 'server/actions/', 'server/parts.ts', 'server/storage/'],
  'server/demo/': ['shared/', 'server/actions/', 'server/domain/', 'server/parts.ts', 'server/storage/', 'server/templates/', 'server/auth/', 'server/ids.ts'],
  'server/auth/': ['shared/', 'server/actions/', 'server/domain/', 'server/parts.ts', 'server/config.ts', 'server/ids.ts', 'server/storage/', 'server/http/route.ts'],
  'server/mail/': ['shared/', 'server/actions/', 'server/parts.ts', 'server/config.ts', 'server/storage/', 'server/ids.ts'],
  'server/exports/': ['shared/', 'server/actions/'],
  'server/http/': ['shared/', 'server/actions/', 'server/exports/', 'server/domain/', 'server/auth/', 'server/parts.ts', 'server/config.ts', 'server/demo/', 'server/ids.ts', 'server/origins.ts', 'server/storage/', 'server/mail/', 'server/tables/'],
  'server/realtime/': ['shared/', 'server/actions/', 'server/parts.ts', 'server/auth/', 'server/http/route.ts', 'server/storage/'],
  'server/sync/': ['shared/', 'server/actions/', 'server/parts.ts', 'server/ids.ts', 'server/storage/'],
  'server/config.ts': ['shared/'],
  'server/ids.ts': ['shared/'],
  'server/log.ts': ['shared/', 'server/config.ts'],
  'server/origins.ts': ['shared/', 'server/config.ts'],
  'server/keys.ts': ['server/ids.ts'],
  'server/listen.ts': [],
  'server/connections.ts': [],
  'server/purpose.ts': [],
  'server/metrics.ts': ['server/sync/'],
  'server/watch.ts': ['server/sync/'],
  'server/live.ts': ['shared/', 'server/'],
  'server/parts.ts': ['shared/', 'server/'],
  'server/app.ts': ['shared/', 'server/'],
  'server/warmUp.ts': ['shared/', 'server/'],
  'server/main.ts': ['shared/', 'server/'],
  'server/keep.ts': ['shared/', 'server/'],

  'client/ui/': ['shared/'],
  'client/api/': ['shared/'],
  'client/collab/': ['shared/'],
  'client/features/': ['shared/', 'client/ui/', 'client/api/', 'client/collab/'],
  'client/app/': ['shared/', 'client/'],
  'client/main.tsx': ['shared/', 'client/'],
};

/** Where a folder is allowed as a whole, but not this part of it. */
const NEVER: readonly { from: string; to: string; why: string }[] = [
  { from: 'server/app.ts', to: 'server/storage/embedded/', why: 'the app is handed a store' },
  { from: 'server/app.ts', to: 'server/storage/mongo/', why: 'the app is handed a store' },
];

/** Packages that stay behind one door. */
const ONLY_IN: Readonly<Record<string, readonly string[]>> = {
  mongoose: ['server/storage/mongo/'],
  lmdb: ['server/storage/embedded/'],
  express: ['server/http/', 'server/auth/', 'server/app.ts'],
  'socket.io': ['server/realtime/', 'server/app.ts'],
  ws: ['server/sync/', 'server/app.ts'],
  'prom-client': ['server/metrics.ts'],
  react: ['client/'],
  docx: ['server/exports/'],
  pdfmake: ['server/exports/'],
  yjs: ['shared/documents/', 'server/sync/', 'server/templates/', 'server/demo/', 'server/actions/', 'client/'],
};

const files = sources();

describe('the arrows between folders', () => {
  test('hold for every import in the code', () => {
    expect(broken(files)).toEqual([]);
  });

  test.each([
    ['a button that reaches for the server', 'client/ui/Planted.tsx', "import { decide } from '../../server/domain/versions.ts';"],
    ['a feature that leans on another', 'client/features/canvas/Planted.tsx', "import { Thread } from '../comments/Thread.tsx';"],
    ['an action that knows the web', 'server/actions/planted.ts', "import { route } from '../http/route.ts';"],
    ['a decision that reads the store', 'server/domain/planted.ts', "import type { Store } from '../storage/store.ts';"],
    ['an app that picks its own store', 'server/app.ts', "import { open } from './storage/mongo/store.ts';"],
    ['mongoose outside its folder', 'server/sync/planted.ts', "import { Schema } from 'mongoose';"],
    ['shared code that loads the client late', 'shared/planted.ts', "const late = await import('../client/main.tsx');"],
    ['code that leans on a test', 'server/ids.ts', "import '../tests/support/dom.ts';"],
    ['a folder nobody has placed', 'server/planted/new.ts', "import { now } from './clock.ts';"],
  ])('catch %s', (_what, path, text) => {
    expect(broken(new Map([[path, text]]))).toEqual([expect.stringContaining(path)]);
  });

  test('let a legal import pass', () => {
    const text = "import * as Y from 'yjs';\nimport { Button } from '../../ui/Button.tsx';\nimport { Card } from './Card.tsx';";
    expect(broken(new Map([['client/features/canvas/Legal.tsx', text]]))).toEqual([]);
  });
});

test.each(['client', 'server', 'shared', 'tests', 'scripts', 'docs'])('%s/ explains itself in a README', folder => {
  expect(existsSync(join(folder, 'README.md'))).toBe(true);
});

test('every file says first what it is for', () => {
  const silent = [...files].filter(([, text]) => !text.trimStart().startsWith('/**')).map(([path]) => path);
  expect(silent).toEqual([]);
});

/** One sentence for each import that goes where it may not. */
function broken(code: ReadonlyMap<string, string>): string[] {
  return [...code].flatMap(([from, text]) => imports(text).flatMap(to => complaint(from, to)));
}

function complaint(from: string, to: string): string[] {
  if (!to.startsWith('.')) return packageComplaint(from, to);
  const target = posix.join(posix.dirname(from), to);
  const home = homeOf(from);
  if (!home) return [`${from} has no line in MAY_IMPORT: say where it stands`];
  const never = NEVER.find(rule => from === rule.from && target.startsWith(rule.to));
  if (never) return [`${from} may not import ${target}: ${never.why}`];
  return [home.self, ...home.may].some(place => target.startsWith(place)) ? [] : [`${from} may not import ${target}`];
}

function packageComplaint(from: string, name: string): string[] {
  const homes = ONLY_IN[name];
  return !homes || homes.some(home => from.startsWith(home)) ? [] : [`${from} may not import ${name}: it belongs to ${homes.join(', ')}`];
}

/** A feature's home is its own folder: the one beside it is as foreign as the server. */
function homeOf(path: string): { self: string; may: readonly string[] } | undefined {
  const [place] = Object.keys(MAY_IMPORT)
    .filter(key => path.startsWith(key))
    .toSorted((a, b) => b.length - a.length);
  if (place === undefined) return undefined;
  const self = place === 'client/features/' ? `${path.split('/').slice(0, 3).join('/')}/` : place;
  return { self, may: MAY_IMPORT[place] ?? [] };
}

function imports(text: string): string[] {
  const found = text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)'([^'\n]+)'/g);
  return [...found].map(match => match[1]!);
}

function sources(): Map<string, string> {
  const found = ['shared', 'server', 'client'].flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => /\.tsx?$/.test(name))
      .map(name => posix.join(folder, name.replaceAll('\\', '/'))),
  );
  return new Map(found.map(path => [path, readFileSync(path, 'utf8')]));
}
