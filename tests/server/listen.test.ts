/** The server's door: this machine alone by default, the next free port when none was asked for. */
import { createServer, type Server } from 'node:http';
import { createServer as createDoor, type Server as Door } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, test } from 'vitest';
import { listen, type Listening, PortTaken } from '../../server/listen.ts';

const open: (Server | Door | Listening)[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

const answering = () => {
  const server = createServer((_request, response) => { response.end('here'); });
  open.push(server);
  return server;
};

async function listening(wanted: { host?: string; port: number; portChosen: boolean }, server = answering()): Promise<number> {
  const opened = await listen(server, { host: undefined, ...wanted });
  open.push(opened);
  return opened.port;
}

/** Somebody else's program on a port. */
function occupy(host: string, port = 0): Promise<number> {
  const door = createDoor();
  open.push(door);
  return new Promise((resolve, reject) => {
    door.once('error', reject).listen({ host, port }, () => resolve((door.address() as { port: number }).port));
  });
}

const answers = async (host: string, port: number) => {
  try {
    return await (await fetch(`http://${host}:${port}/`)).text();
  } catch {
    return 'nobody';
  }
};

describe('without HOST', () => {
  test('answers on both loopback addresses and on no other', async () => {
    const port = await listening({ port: 0, portChosen: true });
    expect([await answers('127.0.0.1', port), await answers('[::1]', port), await answers('localhost', port)]).toEqual(['here', 'here', 'here']);
    const outside = Object.values(networkInterfaces()).flat().find(each => each && !each.internal && each.family === 'IPv4');
    if (outside) expect(await answers(outside.address, port)).toBe('nobody');
  });

  test('takes the next free port, counting one that is taken on either address', async () => {
    const first = await occupy('127.0.0.1');
    const found = await listening({ port: first, portChosen: false });
    expect(found).toBeGreaterThan(first);
    const sixOnly = await occupy('::1');
    expect(await listening({ port: sixOnly, portChosen: false })).toBeGreaterThan(sixOnly);
  });
});

test('a port that was asked for and is taken is a sentence, and nothing listens', async () => {
  const port = await occupy('127.0.0.1');
  const server = answering();
  await expect(listening({ port, portChosen: true }, server)).rejects.toThrow(new PortTaken(`Port ${port} is taken by another program. Set PORT to a free one.`));
  expect(server.listening).toBe(false);
});

test('HOST is where it listens, and nowhere else', async () => {
  const port = await listening({ host: '127.0.0.1', port: 0, portChosen: true });
  expect([await answers('127.0.0.1', port), await answers('[::1]', port)]).toEqual(['here', 'nobody']);
});

test('a HOST that is not ours is an error, not a wait', async () => {
  await expect(listening({ host: '203.0.113.7', port: 0, portChosen: true })).rejects.toThrow('EADDRNOTAVAIL');
});
