/** What the first page makes a browser load: everybody waits for it, so it stays under 250 kB of packed scripts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const BUILT = join(import.meta.dirname, '../../dist/client');
const MOST_KB = 250;

interface Part {
  file: string;
  imports?: string[];
}
const manifest = JSON.parse(readFileSync(join(BUILT, '.vite/manifest.json'), 'utf8')) as Record<string, Part>;

/** Everything that is fetched before these can run, each file once. */
function loadedFor(entries: readonly string[]): Set<string> {
  const keys = new Set<string>();
  const visit = (key: string): void => {
    if (keys.has(key)) return;
    keys.add(key);
    manifest[key]?.imports?.forEach(visit);
  };
  entries.forEach(visit);
  return keys;
}

function packedKb(keys: Iterable<string>): number {
  const bytes = [...keys].map(key => gzipSync(readFileSync(join(BUILT, manifest[key]!.file))).length);
  return bytes.reduce((sum, size) => sum + size, 0) / 1024;
}

describe('the first page', () => {
  test.each([
    ['to sign in', ['index.html']],
    ['of the examples', ['index.html', 'app/FirstDemo.tsx']],
    ['of an empty store', ['index.html', 'features/set-up/NothingYet.tsx']],
    ['with one’s projects', ['index.html', 'app/Frame.tsx', 'features/projects/ProjectsPage.tsx']],
  ])('%s stays light', (_what, entries) => {
    expect(entries.filter(entry => !(entry in manifest))).toEqual([]);
    expect(packedKb(loadedFor(entries))).toBeLessThan(MOST_KB);
  });

  test('loads neither canvas nor editor nor the live line', () => {
    const names = [...loadedFor(['index.html', 'app/FirstDemo.tsx'])].map(key => manifest[key]!.file);
    expect(names.filter(name => /\/(canvas|editor|collab)-/.test(name))).toEqual([]);
  });
});
