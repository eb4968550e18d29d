/**
 * The line to the server: y-websocket's provider with our own messages beside its own, and a count of what was sent.
 *
 * Knows frames; decides nothing. `liveRoom.ts` listens.
 */
import * as decoding from 'lib0/decoding';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { CLOSE, type CloseReason, LineState, MESSAGE, type RoomId, SeatTable, SYNC_VERSION } from '../../shared/rooms.ts';
import type { World } from './world.ts';

export interface LineNews {
  connected(isConnected: boolean): void;
  /** The first whole answer has arrived. */
  synced(): void;
  sentUpdate(): void;
  sentAnswer(): void;
  saved(frames: number, at: number): void;
  /** `forNow`: the server can keep nothing just now, and lets this page come again when it can. */
  notTaken(forNow: boolean): void;
  seats(issued: SeatTable): void;
  state(state: LineState): void;
  ended(reason: CloseReason): void;
}

export interface LineAddress {
  room: RoomId;
  epoch: number;
  /** The client id under which this page was opened. */
  page: number;
}

/** The first two numbers of a frame that carries content, after `MESSAGE.sync`. */
const ANSWER = 1;
const UPDATE = 2;

/** Opens the line at once. Destroy the provider to end it. */
export function openLine(world: Pick<World, 'lineAddress' | 'WebSocket'>, at: LineAddress, doc: Y.Doc, awareness: Awareness, news: LineNews): WebsocketProvider {
  const provider: WebsocketProvider = new WebsocketProvider(world.lineAddress, at.room, doc, {
    awareness,
    connect: false,
    // Tabs of one browser would hand each other words past the server's checks.
    disableBc: true,
    WebSocketPolyfill: countingSocket(world.WebSocket, socket => socket === provider.ws, news),
    params: { v: String(SYNC_VERSION), epoch: String(at.epoch), acks: '1', page: String(at.page) },
  });
  provider.on('status', ({ status }) => news.connected(status === 'connected'));
  provider.on('sync', isSynced => isSynced && news.synced());
  provider.on('closed', ({ code }) => news.ended(reasonOf(code)));
  listen(provider, news);
  speakOnlyForThisPage(provider, awareness);
  provider.connect();
  return provider;
}

function countingSocket(Base: typeof WebSocket, isOurs: (socket: WebSocket) => boolean, news: LineNews): typeof WebSocket {
  return class extends Base {
    override send(frame: Parameters<WebSocket['send']>[0]): void {
      if (frame instanceof Uint8Array && frame[0] === MESSAGE.sync && isOurs(this)) {
        if (frame[1] === ANSWER) news.sentAnswer();
        if (frame[1] === UPDATE) news.sentUpdate();
      }
      super.send(frame);
    }
  };
}

function listen(provider: WebsocketProvider, news: LineNews): void {
  const on = (type: number, read: (from: decoding.Decoder) => void) => {
    provider.messageHandlers[type] = (_to, from) => read(from);
  };
  on(MESSAGE.saved, from => news.saved(decoding.readVarUint(from), decoding.readVarUint(from)));
  on(MESSAGE.notTaken, from => {
    decoding.readVarUint(from); // how many
    news.notTaken(decoding.readVarUint(from) === 1);
  });
  on(MESSAGE.seats, from => news.seats(SeatTable.parse(JSON.parse(decoding.readVarString(from)))));
  on(MESSAGE.state, from => news.state(LineState.parse(JSON.parse(decoding.readVarString(from)))));
}

/** y-websocket sends everybody's presence back to where it came from; among many that would be most of the traffic. */
function speakOnlyForThisPage(provider: WebsocketProvider, awareness: Awareness): void {
  const tell = provider._awarenessUpdateHandler;
  awareness.off('update', tell);
  provider._awarenessUpdateHandler = (change, origin) => {
    if (origin === 'local') tell(change, origin);
  };
  awareness.on('update', provider._awarenessUpdateHandler);
}

function reasonOf(code: number): CloseReason {
  const named = Object.entries(CLOSE).find(([, value]) => value === code);
  return (named?.[0] as CloseReason | undefined) ?? 'noSuchRoom';
}
