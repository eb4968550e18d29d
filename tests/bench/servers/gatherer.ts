/**
 * A relay that gathers: what came within `GATHER_MS` goes to everybody in the room as one write, framed once. It keeps
 * nothing, reads nothing and checks nothing: the floor under every server in Node that delivers within that time.
 */
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { WebSocketServer } from 'ws';
import { listening, obey } from '../processes/child.ts';

const GATHER_MS = Number(process.env['GATHER_MS']);
const FINAL_BINARY = 0x82;
const LONGEST = 125; // letters are shorter

class Room {
  readonly sockets = new Set<Socket>();
  #waiting: Buffer[] = [];

  take(message: Buffer): void {
    if (message.length > LONGEST) throw new Error('longer than a letter');
    if (this.#waiting.push(Buffer.of(FINAL_BINARY, message.length), message) === 2) setTimeout(() => this.#send(), GATHER_MS);
  }

  #send(): void {
    const all = Buffer.concat(this.#waiting);
    this.#waiting = [];
    for (const socket of this.sockets) socket.write(all);
  }
}

const rooms = new Map<string, Room>();
const server = createServer();
const wss = new WebSocketServer({ server, perMessageDeflate: false, clientTracking: false });

wss.on('connection', (socket, request) => {
  const name = request.url ?? '';
  const room = rooms.get(name) ?? new Room();
  rooms.set(name, room);
  room.sockets.add(request.socket);
  socket.on('message', data => room.take(data as Buffer));
  socket.on('close', () => room.sockets.delete(request.socket));
});

obey(await listening(server), () => Promise.reject(new Error('A relay is asked nothing.')), async () => void server.close());
