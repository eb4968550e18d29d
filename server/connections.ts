/**
 * Knows which connections are waiting for nothing, so that stopping does not wait for them: browsers open
 * spare ones that never say a word, and node counts those as busy.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export interface Connections {
  /** Ends every connection without a request, and from now on each one after its last answer. */
  endIdle(): void;
}

export function watchConnections(server: Server): Connections {
  const idle = new Set<Socket>();
  let ending = false;
  server.on('connection', (socket: Socket) => {
    idle.add(socket);
    socket.once('close', () => idle.delete(socket));
  });
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    idle.delete(socket);
    response.once('close', () => {
      if (ending) socket.end();
      else if (!socket.destroyed) idle.add(socket);
    });
  });
  // A live line belongs to whoever took it over.
  server.on('upgrade', ({ socket }: IncomingMessage) => idle.delete(socket));
  return {
    endIdle() {
      ending = true;
      for (const socket of idle) socket.destroy();
    },
  };
}
