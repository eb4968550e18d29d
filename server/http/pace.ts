/** How often one address may ask. Counted by the socket's address; a forwarded one only when TRUST_PROXY says so. */
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { Request, RequestHandler } from 'express';
import { Refusal } from '../../shared/refusals.ts';
import type { Pace } from './route.ts';

export interface Allowance {
  readonly requests: number;
  readonly withinMs: number;
}
export type Paces = Readonly<Record<Pace, Allowance>>;

/** `normal`: an office of people behind one address, all routes together. `rare`: one route, guesses and letters. */
export const PACES: Paces = {
  normal: { requests: 1_800, withinMs: 60_000 },
  rare: { requests: 30, withinMs: 5 * 60_000 },
};

/** A counter of its own per call: the normal pace is shared by all routes, each rare route has its own. */
export function limitPace({ requests, withinMs }: Allowance): RequestHandler {
  return rateLimit({
    windowMs: withinMs,
    limit: requests,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    validate: false, // its advice goes to the console; proxies are our config's business
    keyGenerator: request => addressKey(request),
    handler: (_request, _response, next) => next(new Refusal('too-many')),
  });
}

/** IPv6 is counted by network: one person owns a whole /56. */
function addressKey(request: Request): string {
  return request.ip === undefined ? 'no address' : ipKeyGenerator(request.ip);
}

/** Counts tries for a name (an address to sign in with), whoever asks: what no single address reveals. */
export class Tries {
  readonly #seen = new Map<string, { count: number; until: number }>();

  constructor(
    private readonly allowance: Allowance,
    private readonly clock: () => number,
  ) {}

  /** Counts one try, before it is known whether the name exists, so that the answer tells nothing. */
  count(name: string): void {
    const now = this.clock();
    this.#forget(now);
    const kept = this.#seen.get(name);
    const entry = kept && kept.until > now ? kept : { count: 0, until: now + this.allowance.withinMs };
    entry.count += 1;
    this.#seen.set(name, entry);
    if (entry.count > this.allowance.requests) throw new Refusal('too-many');
  }

  /** A success clears the name: only failures in a row slow anybody down. */
  clear(name: string): void {
    this.#seen.delete(name);
  }

  #forget(now: number): void {
    if (this.#seen.size < 10_000) return;
    for (const [name, entry] of this.#seen) if (entry.until <= now) this.#seen.delete(name);
  }
}
