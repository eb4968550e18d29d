/** What jsdom lacks and components need, and a clean page after each test. Runs before every `.test.tsx` file. */
import '@testing-library/jest-dom/vitest';
import { notifications } from '@mantine/notifications';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, vi } from 'vitest';

// A machine with other work to do is slow, not wrong.
configure({ asyncUtilTimeout: 10_000 });

afterEach(() => {
  cleanup();
  notifications.clean(); // they live in a store of their own, and would show in the next test
});

// Files share their globals: a page in the next one would find what this one's device remembers.
afterAll(() => void Reflect.deleteProperty(globalThis, 'indexedDB'));

// Mantine asks the browser about colour scheme and sizes; jsdom has no layout to answer from.
vi.stubGlobal('matchMedia', (query: string) => ({
  matches: false,
  media: query,
  onchange: null,
  addEventListener: nothing,
  removeEventListener: nothing,
  addListener: nothing,
  removeListener: nothing,
  dispatchEvent: () => false,
}));
vi.stubGlobal('ResizeObserver', class {
  observe = nothing;
  unobserve = nothing;
  disconnect = nothing;
});
Element.prototype.scrollIntoView = nothing;

function nothing(): void {
  // jsdom draws nothing, so there is nothing to observe or scroll.
}

// A field that grows with its words measures them again when fonts arrive; here none ever do.
Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });
