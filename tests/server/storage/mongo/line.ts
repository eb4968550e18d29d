/** A line to the test server that can be cut and mended, as networks are. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

export interface Line {
  /** The same database, reached through this line alone. */
  readonly uri: string;
  readonly cut: () => Promise<void>;
  readonly mend: () => Promise<void>;
}

export async function lineTo(uri: string): Promise<Line> {
  const to = new URL(uri);
  const sockets = new Set<Socket>();
  let port = 0;
  let server: Server | undefined;
  const mend = async () => {
    server = createServer(from => join(from, connect(Number(to.port), to.hostname), sockets)).listen(port, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  };
  const cut = async () => {
    if (!server) return;
    const closed = once(server, 'close');
    server.close();
    server = undefined;
    sockets.forEach(socket => socket.destroy());
    await closed;
  };
  await mend();
  // Otherwise the driver would ask the server for its own address, and go there.
  return { uri: `mongodb://127.0.0.1:${port}${to.pathname}?directConnection=true`, cut, mend };
}

function join(from: Socket, to: Socket, sockets: Set<Socket>): void {
  for (const [one, other] of [[from, to], [to, from]] as const) {
    sockets.add(one);
    one.pipe(other);
    one.on('error', () => other.destroy()); // whoever is cut off, so is the other
    one.on('close', () => sockets.delete(one));
  }
}
