/**
 * A bare relay on `ws`: what one sends, the others in the room receive. Keeps nothing, reads nothing.
 * The floor under every server in Node: nobody who does more can cost much less.
 */
import { createServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { listening, obey } from '../processes/child.ts';

const rooms = new Map<string, Set<WebSocket>>();
const server = createServer();
const wss = new WebSocketServer({ server, perMessageDeflate: false, clientTracking: false });

wss.on('connection', (socket, request) => {
  const name = request.url ?? '';
  const room = rooms.get(name) ?? new Set<WebSocket>();
  rooms.set(name, room.add(socket));
  socket.on('message', data => {
    for (const other of room) if (other !== socket) other.send(data);
  });
  socket.on('close', () => room.delete(socket));
});

obey(await listening(server), () => Promise.reject(new Error('A relay is asked nothing.')), async () => void server.close());
