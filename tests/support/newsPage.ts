/** A page's news line from Node: real socket.io over a real websocket, with a browser's cookie and origin. */
import { io, type Socket } from 'socket.io-client';
import { NEWS_PATH, type NewsEvents, type Reply, type RequestEvents } from '../../shared/events.ts';
import type { ProjectId } from '../../shared/ids.ts';
import type { Browser } from './browse.ts';

export class NewsPage {
  readonly socket: Socket;
  /** Everything it was told, in order. */
  readonly heard: { event: string; payload: unknown }[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(browser: Pick<Browser, 'url' | 'cookie' | 'origin'>, headers: Record<string, string> = {}) {
    this.socket = io(browser.url, {
      path: NEWS_PATH, transports: ['websocket'], reconnection: false, forceNew: true,
      extraHeaders: { origin: browser.origin, ...(browser.cookie && { cookie: browser.cookie }), ...headers },
    });
    this.socket.onAny((event: string, payload: unknown) => {
      this.heard.push({ event, payload });
      for (const look of this.#waiting) look();
    });
  }

  /** Resolves when the page is let in; rejects with what it reads when it is not. */
  open(): Promise<this> {
    return new Promise((resolve, reject) => {
      this.socket.once('connect', () => resolve(this));
      this.socket.once('connect_error', reject);
    });
  }

  ask(event: keyof RequestEvents | (string & {}), request: unknown): Promise<Reply<null>> {
    return this.socket.timeout(5_000).emitWithAck(event, request) as Promise<Reply<null>>;
  }

  follow(projectId: ProjectId): Promise<Reply<null>> {
    return this.ask('project:follow', { projectId });
  }

  /** Resolves with the payload when this has been heard, now or later. */
  hears<E extends keyof NewsEvents>(event: E, times = 1): Promise<unknown> {
    return new Promise(resolve => {
      const look = () => {
        const found = this.heard.filter(each => each.event === event);
        if (found.length < times) return;
        this.#waiting.delete(look);
        resolve(found[times - 1]!.payload);
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** Everything sent to this page before now has arrived: an answer comes after it on the same line. */
  async caughtUp(): Promise<string[]> {
    await this.ask('project:leave', { projectId: 'prj_0000000000000000000000' });
    return this.heard.map(each => each.event);
  }

  /** Resolves with socket.io's reason when the line ends. */
  ended(): Promise<string> {
    if (this.socket.disconnected && this.socket.id === undefined && !this.socket.active) return Promise.resolve('ended before');
    return new Promise(resolve => this.socket.once('disconnect', resolve));
  }

  close(): void {
    this.socket.disconnect();
  }
}
