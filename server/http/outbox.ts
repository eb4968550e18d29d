/** Letters that were not sent, for the page of a local installation: on this machine alone. */
import { Refusal } from '../../shared/refusals.ts';
import { Outbox as OutboxAnswer } from '../../shared/signIn.ts';
import type { Outbox } from '../mail/outbox.ts';
import { type Route, route } from './route.ts';

export function outboxRoutes(outbox: Outbox | undefined): Route[] {
  return [
    route({
      method: 'get', path: '/api/outbox', needs: 'anyone', answer: OutboxAnswer,
      handle: async ({ from, request }) => {
        // Both: the socket itself, and who a trusted proxy says is behind it. Letters hold sign-in links.
        if (!outbox || !isLoopback(from) || !isLoopback(request.socket.remoteAddress ?? '')) throw new Refusal('not-found');
        return { letters: [...outbox.letters()] };
      },
    }),
  ];
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(address);
}
