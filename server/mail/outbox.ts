/** Letters of a local installation: kept in memory for the outbox page, never sent, gone with the process. */
import type { Letter, Mail } from '../actions/mail.ts';
import { makeToken } from '../ids.ts';
import type { Clock } from '../parts.ts';

export interface KeptLetter extends Letter {
  id: string;
  at: number;
}

const KEPT = 200;

export class Outbox implements Mail {
  #letters: KeptLetter[] = [];

  constructor(private readonly clock: Clock) {}

  send({ to, subject, text }: Letter): Promise<void> {
    this.#letters = [{ id: makeToken(), to, subject, text, at: this.clock() }, ...this.#letters].slice(0, KEPT);
    return Promise.resolve();
  }

  /** The newest first. */
  letters(): readonly KeptLetter[] {
    return this.#letters;
  }
}
