/**
 * The server most people begin with: one `Y.Doc` per room, y-protocols, every update sent on as it comes.
 * As small as the reference one of y-websocket; keeps nothing on disk.
 */
import { createServer } from 'node:http';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type WebSocket, WebSocketServer } from 'ws';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { listening, obey } from '../processes/child.ts';

const SYNC = 0;
const PRESENCE = 1;

class Room {
  readonly doc = new Y.Doc();
  readonly presence = new Awareness(this.doc);
  readonly sockets = new Set<WebSocket>();

  constructor() {
    this.presence.setLocalState(null);
    this.doc.on('update', (update: Uint8Array) => this.tell(frame(SYNC, to => writeUpdate(to, update))));
    this.presence.on('update', ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
      const changed = encodeAwarenessUpdate(this.presence, [...added, ...updated, ...removed]);
      this.tell(frame(PRESENCE, to => encoding.writeVarUint8Array(to, changed)));
    });
  }

  join(socket: WebSocket): void {
    this.sockets.add(socket);
    socket.on('message', data => this.receive(socket, data as Buffer));
    socket.on('close', () => this.sockets.delete(socket));
    socket.send(frame(SYNC, to => writeSyncStep1(to, this.doc)));
  }

  receive(socket: WebSocket, data: Buffer): void {
    const from = decoding.createDecoder(new Uint8Array(data));
    const to = encoding.createEncoder();
    if (decoding.readVarUint(from) === PRESENCE) return applyAwarenessUpdate(this.presence, decoding.readVarUint8Array(from), socket);
    encoding.writeVarUint(to, SYNC);
    readSyncMessage(from, to, this.doc, socket);
    if (encoding.length(to) > 1) socket.send(encoding.toUint8Array(to));
  }

  tell(message: Uint8Array): void {
    for (const socket of this.sockets) socket.send(message);
  }
}

function frame(type: number, write: (to: encoding.Encoder) => void): Uint8Array {
  const to = encoding.createEncoder();
  encoding.writeVarUint(to, type);
  write(to);
  return encoding.toUint8Array(to);
}

const rooms = new Map<string, Room>();
const server = createServer();
const wss = new WebSocketServer({ server, perMessageDeflate: false, clientTracking: false });
wss.on('connection', (socket, request) => {
  const name = request.url ?? '';
  const room = rooms.get(name) ?? new Room();
  rooms.set(name, room);
  room.join(socket);
});

obey(await listening(server), () => Promise.reject(new Error('This server is asked nothing.')), async () => void server.close());
