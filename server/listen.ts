/**
 * Opens the server's door: this machine alone (127.0.0.1 and ::1) unless HOST says otherwise, and the next free
 * port when none was asked for and 3000 is taken. Knows nothing of what is served.
 */
import type { Server } from 'node:http';
import { createServer as createDoor, type Server as Door } from 'node:net';

const PORTS_TO_TRY = 50;

export interface Wanted {
  host: string | undefined;
  port: number;
  portChosen: boolean;
}

export interface Listening {
  port: number;
  /** Takes nobody new at the second door; the server itself is closed by its owner. */
  close(): void;
}

/** The port that was asked for belongs to somebody else. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
}

export async function listen(server: Server, { host, port, portChosen }: Wanted): Promise<Listening> {
  const last = portChosen ? port : port + PORTS_TO_TRY;
  for (let next = port; next <= last; next += 1) {
    const opened = await openBoth(server, host, next);
    if (opened) return opened;
  }
  const tried = portChosen ? `Port ${port} is` : `Ports ${port} to ${last} are`;
  throw new PortTaken(`${tried} taken by another program. Set PORT to a free one.`);
}

/** Undefined when either address has this port taken. */
async function openBoth(server: Server, host: string | undefined, port: number): Promise<Listening | undefined> {
  if (!(await open(server, host ?? '127.0.0.1', port))) return undefined;
  const real = portOf(server);
  if (host !== undefined) return { port: real, close: () => undefined };
  const second = createDoor(socket => server.emit('connection', socket));
  if (await openSecond(second, real)) return { port: real, close: () => second.close() };
  await new Promise(resolve => server.close(resolve));
  return undefined;
}

/** Browsers try ::1 first for `localhost`; a machine without IPv6 does very well with the first door alone. */
async function openSecond(second: Door, port: number): Promise<boolean> {
  try {
    return await open(second, '::1', port);
  } catch (error) {
    if (codeOf(error) === 'EADDRNOTAVAIL' || codeOf(error) === 'EAFNOSUPPORT') return true;
    throw error;
  }
}

/** False when the port is taken. */
function open(door: Door, host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error) => {
      door.off('listening', opened);
      if (codeOf(error) === 'EADDRINUSE') resolve(false);
      else reject(error);
    };
    const opened = () => {
      door.off('error', failed);
      resolve(true);
    };
    door.once('error', failed).once('listening', opened).listen({ host, port });
  });
}

function portOf(door: Door): number {
  const address = door.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return address.port;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
