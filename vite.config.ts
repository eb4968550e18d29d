/**
 * How the client is built and served while developing, and how the tests run.
 *
 * The server is not built here: see `scripts/build-server.mjs`.
 */
import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { offlineShell } from './scripts/steps/offline-shell.mjs';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const STORIES = ['tests/**/*.browser.test.ts'];
const TIMED = ['together', 'valuePace'].map(story => `tests/browser/${story}.browser.test.ts`);

const here = import.meta.dirname;
const server = process.env['INSIEME_SERVER'] ?? 'http://127.0.0.1:3001';

export default defineConfig({
  root: `${here}/client`,
  // A cache of its own per tree: `node_modules` may be shared by a link.
  cacheDir: `${here}/node_modules/.vite`,
  plugins: [react(), offlineShell()],
  build: {
    outDir: `${here}/dist/client`,
    emptyOutDir: true,
    manifest: true, // the size test reads what the first page loads
    target: 'es2022',
    // The content policy of the page forbids data: fonts and inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Above our own limits in tests/client/budget.test.ts this says nothing more.
    chunkSizeWarningLimit: 600,
    rolldownOptions: { output: { codeSplitting: { groups: chunks() } } },
  },
  server: {
    host: '127.0.0.1',
    strictPort: true,
    fs: { allow: ['client', 'shared', 'node_modules'].map(folder => `${here}/${folder}`) },
    // As objects: the short form would rewrite Host, and the server compares it with Origin.
    proxy: {
      // Not our own client/api/, which Vite serves under the same name.
      '^/api/(?!.*\\.tsx?(\\?|$))': { target: server },
      '/yjs': { target: server, ws: true },
      '/rt': { target: server, ws: true },
    },
  },
  test: {
    root: here,
    reporters: ['default'],
    // Vitest leaves one core to others; on a machine of two that is half of it.
    maxWorkers: availableParallelism(),
    projects: [
      // Files share what they import: loading it anew for each was a third of the work. A test leaves no global behind.
      project('unit', ['tests/**/*.test.ts'], {
        isolate: false,
        testTimeout: 20_000,
        exclude: ['**/*.mongo.test.ts', '**/*.browser.test.ts', '**/node_modules/**'],
      }),
      project('dom', ['tests/**/*.test.tsx'], {
        environment: 'jsdom', setupFiles: ['tests/support/dom.ts'], isolate: false, testTimeout: 20_000,
      }),
      project('mongo', ['tests/**/*.mongo.test.ts'], { testTimeout: 60_000, hookTimeout: 120_000 }),
      browser('browser', { include: STORIES, exclude: TIMED, maxWorkers: 2, sequence: { groupOrder: 1 } }),
      // What measures time has the machine to itself.
      browser('browser-timed', { include: TIMED, maxWorkers: 1, sequence: { groupOrder: 2 } }),
    ],
  },
});

/**
 * Heavy libraries as chunks of their own, so that a page loads what it uses and a new release of ours
 * leaves them in the browser's cache. Earlier ones win, and take what they lean on with them.
 */
function chunks() {
  const families = {
    react: /\/node_modules\/(react|react-dom|scheduler|react-router|use-sync-external-store)\//,
    collab: /\/node_modules\/(yjs|lib0|y-protocols|y-websocket|y-indexeddb)\//,
    // Before the editor: both lean on floating-ui, and every page has Mantine.
    mantine: /\/node_modules\/(@mantine|@floating-ui|react-remove-scroll[^/]*|react-transition-group|clsx)\//,
    editor: /\/node_modules\/(@tiptap|prosemirror-[^/]+|orderedmap|rope-sequence|w3c-keyname|linkifyjs)\//,
    canvas: /\/node_modules\/(@xyflow|d3-[^/]+|zustand|classcat|perfect-freehand)\//,
  };
  return Object.entries(families).map(([name, test], nth) => ({ name, test, priority: 100 - nth }));
}

/** Stories in real browsers. On a machine with other work one is told once more before it counts as failed; the log then says so. */
function browser(name: string, { include, ...options }: TestProjectInlineConfiguration['test'] & { include: string[] }): TestProjectInlineConfiguration {
  return project(name, include, { testTimeout: 120_000, hookTimeout: 120_000, retry: 1, ...options });
}

function project(name: string, include: string[], options: TestProjectInlineConfiguration['test']): TestProjectInlineConfiguration {
  return {
    root: here,
    plugins: [react()],
    test: { name, include, environment: 'node', hookTimeout: 30_000, restoreMocks: true, ...options },
  };
}
