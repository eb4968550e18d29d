/** Every package we install is one that somebody imports, or says here why it is there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** The names below are not imports. */
const HERE = join('tests', 'scripts', 'packages.test.ts');

const KEPT: Readonly<Record<string, string>> = {
  '@fontsource/newsreader': 'the faces of PDF files, read by their path',
  '@better-auth/utils': 'a part of better-auth, which works with this release of it',
  '@better-fetch/fetch': 'a part of better-auth, which works with this release of it',
  'better-call': 'a part of better-auth, which works with this release of it',
  '@tiptap/extension-bubble-menu': 'a part of @tiptap/react, which would otherwise be a newer one than the rest',
  '@tiptap/extension-floating-menu': 'a part of @tiptap/react, which would otherwise be a newer one than the rest',
  '@testing-library/dom': '@testing-library/react stands on it',
};

const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>;
const code = ['client', 'server', 'shared', 'tests', 'scripts'].flatMap(filesBelow).concat('vite.config.ts', 'eslint.config.js').map(path => readFileSync(path, 'utf8')).join('\n');

test('no package is there for nothing', () => {
  const names = Object.keys({ ...dependencies, ...devDependencies }).filter(name => !name.startsWith('@types/'));
  expect(names.filter(name => !isImported(name) && !(name in KEPT))).toEqual([]);
});

test('nothing is kept for a reason that is gone', () => {
  expect(Object.keys(KEPT).filter(name => !(name in { ...dependencies, ...devDependencies }))).toEqual([]);
});

test('what the running server imports is a dependency, and the rest is needed to build and test alone', () => {
  const server = ['server', 'shared'].flatMap(filesBelow).map(path => readFileSync(path, 'utf8')).join('\n');
  const imported = [...server.matchAll(/^import (?!type\b).*?from '([^'.][^']*)'|\} from '([^'.][^']*)'|import\('([^'.][^']*)'\)/gm)]
    .map(found => packageOf(found[1] ?? found[2] ?? found[3] ?? ''))
    .filter(name => !name.startsWith('node:'));
  expect([...new Set(imported)].filter(name => !(name in (dependencies ?? {})))).toEqual([]);
  expect(Object.keys(dependencies ?? {}).filter(name => !imported.includes(name) && !(name in KEPT))).toEqual([]);
});

test('every version is exact, so that two installs are one', () => {
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
  expect(loose).toEqual([]);
});

/** A quoted name, or a path into the package: imports, tools that scripts run, style sheets, fonts. */
function isImported(name: string): boolean {
  return new RegExp(`['"](?:[^'"]*/node_modules/)?${name.replaceAll(/[/.]/g, '\\$&')}(?:/[^'"]*)?['"]`).test(code);
}

function packageOf(path: string): string {
  return path.split('/').slice(0, path.startsWith('@') ? 2 : 1).join('/');
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && /\.(tsx?|mjs|css|html)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => path !== HERE);
}
