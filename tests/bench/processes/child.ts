/**
 * What every measured server has in common: it says on which port it listens, does what its parent asks, and ends with it.
 * Knows processes and messages; knows no protocol.
 */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly do: string;
  readonly [more: string]: unknown;
}

/** `answer` is asked for everything but `collect`, which every server does alike: it frees what is garbage. */
export function obey(port: number, answer: (asked: Asked) => Promise<unknown>, end: () => Promise<void>): void {
  process.on('message', (asked: Asked & { nth: number }) => void reply(asked, answer));
  process.on('disconnect', () => void end().finally(() => process.exit(0)));
  process.on('SIGTERM', () => void end().finally(() => process.exit(0)));
  process.send?.({ port });
}

async function reply(asked: Asked & { nth: number }, answer: (asked: Asked) => Promise<unknown>): Promise<void> {
  try {
    const answered = asked.do === 'collect' ? collect() : await answer(asked);
    process.send?.({ nth: asked.nth, answered: answered ?? null });
  } catch (error) {
    process.send?.({ nth: asked.nth, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

/** What still lies about would be counted as memory of a room. */
function collect(): void {
  for (let times = 0; times < 3; times++) globalThis.gc?.();
}

/** Listens on a free port of this machine alone. */
export async function listening(server: Server): Promise<number> {
  server.listen({ port: 0, host: '127.0.0.1', backlog: 4_096 });
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
