/** The browser as collab needs it: handed in, so that tests run in Node with real lines and a hand on every clock. */
import type { ProjectId } from '../../shared/ids.ts';
import { type CloseReason, type RoomKind, SeatsTaken } from '../../shared/rooms.ts';
import type { Readable } from './types.ts';
import { Value } from './value.ts';

export interface World {
  /** Where lines are opened: `ws://host/yjs`. */
  readonly lineAddress: string;
  readonly WebSocket: typeof WebSocket;
  readonly indexedDB: IDBFactory;
  /** What the device believes about its network; y-websocket does not ask. */
  readonly online: Readable<boolean>;
  /** Epoch milliseconds. */
  now(): number;
  after(ms: number, run: () => void): () => void;
  /** Takes client ids. Throws `Ended` when the server says no, anything else when it cannot be reached. */
  takeSeats(projectId: ProjectId, kind: RoomKind): Promise<SeatsTaken>;
  /** A fault of ours, for whoever watches over the page. */
  report(error: unknown): void;
}

/** The server's final word. */
export class Ended extends Error {
  override readonly name = 'Ended';
  constructor(readonly reason: CloseReason) {
    super(reason);
  }
}

const REASON_OF: Readonly<Record<number, CloseReason>> = { 401: 'signedOut', 403: 'accessEnded', 404: 'noSuchRoom' };

/** The page's own browser. */
export function browserWorld(): World {
  return {
    lineAddress: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/yjs`,
    WebSocket,
    indexedDB,
    online: deviceOnline(),
    now: Date.now,
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    takeSeats: (projectId, kind) => askForSeats(`/api/projects/${projectId}/rooms/${kind}/seats`),
    report: error => reportError(error),
  };
}

async function askForSeats(address: string): Promise<SeatsTaken> {
  const answer = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' });
  const reason = REASON_OF[answer.status];
  if (reason) throw new Ended(reason);
  if (!answer.ok) throw new Error(`client ids: ${answer.status}`);
  return SeatsTaken.parse(await answer.json());
}

function deviceOnline(): Readable<boolean> {
  const online = new Value(navigator.onLine);
  addEventListener('online', () => online.set(true));
  addEventListener('offline', () => online.set(false));
  return online;
}
