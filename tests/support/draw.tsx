/**
 * A page of ours in jsdom: theme, language, router and queries around what is drawn, and a real server behind it.
 *
 * `asks`: the browser whose cookie and origin the page's requests travel with; without one the network is down.
 */
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { configure, render, type RenderResult } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { MemoryRouter, useLocation } from 'react-router';
import { vi } from 'vitest';
import { makeQueries } from '../../client/api/queries.ts';
import { setLanguage } from '../../client/ui/text.ts';
import { theme, variables } from '../../client/ui/theme.ts';
import type { Browser } from './browse.ts';

// What is expected may take its time on a busy machine; it is waited for, never slept for.
// `defaultHidden`: working out what is hidden costs seconds in jsdom; tests that care ask for visibility.
configure({ asyncUtilTimeout: 15_000, defaultHidden: true });
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** Whoever sits in front of the page; types without waiting between keys. */
export const hand = userEvent.setup({ delay: null });

interface Drawn extends RenderResult {
  /** Where the router stands now. */
  address(): string;
}

interface Options {
  language?: 'en' | 'it';
  at?: string;
  asks?: Browser;
  /** Answers the page has already. */
  known?: readonly (readonly [readonly unknown[], unknown])[];
}

export function draw(what: ReactNode, { language = 'en', at = '/', asks, known = [] }: Options = {}): Drawn {
  setLanguage(language);
  connect(asks);
  const queries = makeQueries();
  for (const [key, answer] of known) queries.setQueryData(key, answer);
  let address = at;
  const Watch = () => {
    const { pathname, search, hash } = useLocation();
    address = pathname + search + hash;
    return null;
  };
  const result = render(
    <MantineProvider theme={theme} cssVariablesResolver={variables} env="test">
      <QueryClientProvider client={queries}>
        <Notifications />
        <MemoryRouter initialEntries={[at]}>
          <Watch />
          {what}
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return Object.assign(result, { address: () => address });
}

const nodeFetch = globalThis.fetch;

/** The page's `fetch` goes to the server of this browser, with its cookies. */
function connect(browser: Browser | undefined): void {
  vi.stubGlobal('fetch', async (path: string | URL | Request, init: RequestInit = {}) => {
    // The browser in Node asks by absolute addresses, and means the network itself.
    if (typeof path !== 'string' || !path.startsWith('/')) return nodeFetch(path, init);
    if (!browser) throw new TypeError('no network');
    const { status, body } = await browser.ask(init.method ?? 'GET', path, typeof init.body === 'string' ? JSON.parse(init.body) : undefined);
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return new Response(status === 204 ? null : text, { status });
  });
}

/** Puts a secret behind the `#` of the page's address, as an opened link does. */
export function openFragment(path: string, token: string): void {
  window.history.replaceState(null, '', `${path}#${token}`);
}
