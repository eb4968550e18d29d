/** The parts a running server is made of. `main.ts` builds the real ones, tests build theirs; nobody reaches around them. */
import type { Logger } from 'pino';
import type { MakeId } from '../shared/ids.ts';
import type { Documents } from './actions/documents.ts';
import type { Mail } from './actions/mail.ts';
import type { News } from './actions/news.ts';
import type { Accounts } from './actions/whoIs.ts';
import type { Config } from './config.ts';
import type { Store } from './storage/store.ts';

/** Epoch milliseconds. */
export type Clock = () => number;

/** What is there before anybody can come in. */
export interface BaseParts {
  config: Config;
  store: Store;
  clock: Clock;
  makeId: MakeId;
  log: Logger;
  mail: Mail;
}

/** What actions work with: the base, the means to tell people, the documents, and the ways in of a person. */
export interface Parts extends BaseParts {
  news: News;
  documents: Documents;
  accounts: Accounts;
}
