/**
 * A whole installation beside a page under test: a real server in a process of its own, entered by its own doors.
 * Marta has set it up; everybody else comes in by invitation, as people do.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { InvitationMade, type Invite } from '../../shared/invitations.ts';
import { ProjectView } from '../../shared/projects.ts';
import { Me } from '../../shared/people.ts';
import { Browser } from './browse.ts';

export interface House {
  readonly url: string;
  /** Where Marta, the host of everything here, is signed in. */
  readonly marta: Browser;
  visitor(): Browser;
  /** Marta starts a project in English with Modastile. */
  startProject(title?: string): Promise<ProjectView>;
  /** The token of an invitation that Marta makes. */
  invite(project: ProjectView, place: Partial<Invite>): Promise<string>;
  /** Somebody new accepts one, and is signed in where this answers. */
  seat(project: ProjectView, name: string, place: Partial<Invite>): Promise<Browser>;
  /** Turns the server's clock forward. */
  later(ms: number): Promise<void>;
  close(): Promise<void>;
}

export const PASSWORD = 'a table for two';
export const emailOf = (name: string): string => `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@firm.example`;

export async function openHouse(): Promise<House> {
  const { child, url, setupToken } = await startChild([]);
  const visitor = () => new Browser(url, url);
  const marta = visitor();
  await done(marta, 'POST', '/api/setup', {
    token: setupToken, workspace: 'Nodo Software', name: 'Marta Villa', email: emailOf('Marta Villa'), password: PASSWORD, language: 'en',
  });
  const invite = async (project: ProjectView, place: Partial<Invite>): Promise<string> => {
    const wanted = { side: 'client', role: 'editor', ...place };
    const { link } = InvitationMade.parse(await done(marta, 'POST', `/api/projects/${project.id}/invitations`, wanted));
    return new URL(link).hash.slice(1);
  };
  return {
    url, marta, visitor, invite,
    async startProject(title = 'One customer, one record') {
      const me = Me.parse(await done(marta, 'GET', '/api/me'));
      const wanted = { workspaceId: me.workspaces[0]?.id, title, clientName: 'Modastile S.p.A.', currency: 'EUR', language: 'en', template: 'blank' };
      return ProjectView.parse(await done(marta, 'POST', '/api/projects', wanted));
    },
    async seat(project, name, place) {
      const token = await invite(project, place);
      const browser = visitor();
      await done(browser, 'POST', '/api/invitations/accept', { token, newcomer: { name, email: emailOf(name), password: PASSWORD, language: 'en' } });
      return browser;
    },
    async later(ms) {
      child.send(ms);
      await once(child, 'message');
    },
    close: () => end(child),
  };
}

/** A store in which nobody is yet, and the token that its server printed. */
export async function openEmptyHouse(): Promise<{ setupToken: string; visitor(): Browser; close(): Promise<void> }> {
  const { child, url, setupToken } = await startChild([]);
  return { setupToken, visitor: () => new Browser(url, url), close: () => end(child) };
}

/** The examples, as somebody who has just started them finds them. */
export async function openExamples(): Promise<{ url: string; visitor(): Browser; close(): Promise<void> }> {
  const { child, url } = await startChild(['--demo']);
  return { url, visitor: () => new Browser(url, url), close: () => end(child) };
}

const ENTRY = join(import.meta.dirname, 'house.child.ts');

async function startChild(argv: string[]): Promise<{ child: ChildProcess; url: string; setupToken: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', ENTRY, ...argv], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [said] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`The server beside the page ended with ${String(code)}.`))),
  ])) as [{ url: string; setupToken: string }];
  return { child, ...said };
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.disconnect();
  await ended;
}

/** A request that has to succeed for the story to begin. */
async function done(browser: Browser, method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await browser.ask(method, path, body);
  if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
