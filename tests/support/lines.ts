/** Sync lines from Node into a running app: a stock y-websocket provider, a raw socket, and waiting for what should come. */
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import type { RoomKind, SeatsTaken } from '../../shared/rooms.ts';
import { newRoomDoc } from '../../shared/documents/roots.ts';
import type { Browser } from './browse.ts';
import type { Seated } from './oneProject.ts';

/** A WebSocket that brings a browser's cookie and origin along, as a page does. */
export function socketOf(browser: Browser, origin: string = browser.origin): typeof globalThis.WebSocket {
  return class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers: { cookie: browser.cookie }, origin });
    }
  } as unknown as typeof globalThis.WebSocket;
}

export const lineAddress = (browser: Browser) => `${browser.url.replace('http', 'ws')}/yjs`;

/** The documented request for client ids. */
export async function takeSeats(seated: Seated, kind: RoomKind = 'shared'): Promise<SeatsTaken> {
  const { status, body } = await seated.browser.ask('POST', `/api/projects/${seated.member.projectId}/rooms/${kind}/seats`, {});
  if (status !== 200) throw new Error(`no client ids: ${status}`);
  return body as SeatsTaken;
}

export interface StockPage {
  doc: Y.Doc;
  provider: WebsocketProvider;
  text: Y.Text;
  close(): void;
}

/** y-websocket as anybody would use it: session cookie, an issued client id, nothing of ours. */
export function stockPage(seated: Seated, room: string, clientId: number, doc = newRoomDoc()): StockPage {
  doc.clientID = clientId;
  const provider = new WebsocketProvider(lineAddress(seated.browser), room, doc, { disableBc: true, WebSocketPolyfill: socketOf(seated.browser) });
  const close = () => {
    provider.destroy();
    doc.destroy();
  };
  return { doc, provider, text: doc.getText('body'), close };
}

/** Resolves as soon as `holds`, asked again whenever `subscribe` tells of a change. */
export function until(holds: () => boolean, subscribe: (again: () => void) => () => void, what = 'what was waited for', ms = 5_000): Promise<void> {
  return new Promise((resolve, reject) => {
    let stop = () => undefined as void;
    const tooLate = setTimeout(() => {
      stop();
      reject(new Error(`${what} did not come within ${ms} ms`));
    }, ms);
    const look = () => {
      if (!holds()) return;
      clearTimeout(tooLate);
      stop();
      resolve();
    };
    stop = subscribe(look);
    look();
  });
}

/** Waits for a document to hold something. */
export const untilDoc = (doc: Y.Doc, holds: () => boolean, what?: string) =>
  until(holds, again => {
    doc.on('afterTransaction', again);
    return () => doc.off('afterTransaction', again);
  }, what);
