/**
 * One server and one load, each in a process of its own, with so many people in so many rooms: set up for one measurement
 * and cleared away after it, so that no server answers for the one before it.
 */
import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allocatorHere } from '../../scripts/steps/allocator.mjs';
import { SERVER_NODE_OPTIONS } from '../../scripts/steps/node-options.mjs';
import type { ProgramName } from './processes/bundle.ts';
import { CORES, Spawned } from './processes/spawned.ts';
import type { DialectName, Seat } from './wire/dialect.ts';
import type { Filled, FillJob, Job, Joined, JoinJob, Opened, PeekJob, PointJob, SaveJob, Saved, Target, Typed, TypeJob } from './load/jobs.ts';

interface Contender {
  program: ProgramName;
  dialect: DialectName;
  env: Record<string, string>;
  /** As people read it. */
  title: string;
}

export const CONTENDERS = {
  relay: { program: 'relay', dialect: 'relay', env: {}, title: 'bare ws relay' },
  // As long as we gather for two hundred people.
  gatherer: { program: 'gatherer', dialect: 'relay', env: { GATHER_MS: '16' }, title: 'relay that gathers for 16 ms' },
  plain: { program: 'plain', dialect: 'plain', env: {}, title: 'plain y-websocket server' },
  hocuspocus: { program: 'hocuspocus', dialect: 'hocuspocus', env: {}, title: 'Hocuspocus, default' },
  hocuspocus12: { program: 'hocuspocus', dialect: 'hocuspocus', env: { FLUSH_DELAY: '12' }, title: 'Hocuspocus, 12 ms flush delay' },
  // With the options that its container and `npm start` give it.
  insieme: { program: 'insieme', dialect: 'insieme', env: { NODE_OPTIONS: SERVER_NODE_OPTIONS.join(' ') }, title: 'Insieme, journal on' },
} as const satisfies Record<string, Contender>;
export type ContenderName = keyof typeof CONTENDERS;

export interface StageOptions {
  contender: ContenderName;
  rooms: number;
  people: number;
  /** All ids of each person's block, not the first alone. */
  allIds?: boolean;
  profileInto?: string | undefined;
}

/** Signs sessions, so that a cookie outlives a restart of the server. */
const SECRET = 'not a secret: it signs sessions of a benchmark';

export class Stage {
  #server!: Spawned;
  #load!: Spawned;
  seats: Seat[] = [];

  private constructor(
    readonly options: StageOptions,
    readonly dataDir: string,
  ) {}

  static async open(options: StageOptions): Promise<Stage> {
    const stage = new Stage(options, await mkdtemp(join(tmpdir(), 'insieme-bench-')));
    await stage.startServer();
    stage.#load = await Spawned.start({ program: 'load', core: CORES.load });
    stage.seats = await stage.#takeSeats();
    return stage;
  }

  async startServer(): Promise<void> {
    const { program, env } = CONTENDERS[this.options.contender];
    this.#server = await Spawned.start({
      program, core: CORES.server, env: { ...allocatorHere({}), ...env, DATA_DIR: this.dataDir, SECRET }, profileInto: this.options.profileInto,
    });
  }

  stopServer(): Promise<void> {
    return this.#server.stop();
  }

  get pid(): number {
    return this.#server.pid;
  }
  get target(): Target {
    return { dialect: CONTENDERS[this.options.contender].dialect, port: this.#server.port, pid: this.pid };
  }

  /** Frees what is garbage in the server, so that what is left is really held. */
  collect(): Promise<void> {
    return this.#server.ask({ do: 'collect' });
  }
  /** Everybody comes in. */
  enter(seats = this.seats, atOnce = 50): Promise<void> {
    return this.#ask({ do: 'open', target: this.target, seats, atOnce });
  }
  leave(): Promise<void> {
    return this.#ask({ do: 'close' });
  }
  /** A server that has just started runs code that nothing has made fast yet: nobody is judged by that. */
  async warmUp(rate: number): Promise<void> {
    for (const share of [0.2, 0.4, 0.6]) await this.type({ rate: rate * share, warmMs: 0, windowMs: 1_000, drainMs: 1_000 });
  }
  type(job: Omit<TypeJob, 'do'>): Promise<Typed> {
    return this.#ask({ do: 'type', ...job });
  }
  point(job: Omit<PointJob, 'do'>): Promise<Typed> {
    return this.#ask({ do: 'point', ...job });
  }
  save(job: Omit<SaveJob, 'do'>): Promise<Saved> {
    return this.#ask({ do: 'save', ...job });
  }
  fill(job: Omit<FillJob, 'do' | 'target'>): Promise<Filled> {
    return this.#ask({ do: 'fill', target: this.target, ...job });
  }
  join(job: Omit<JoinJob, 'do' | 'target'>): Promise<Joined> {
    return this.#ask({ do: 'join', target: this.target, ...job });
  }
  peek(seat: PeekJob['seat']): Promise<Opened> {
    return this.#ask({ do: 'peek', target: this.target, seat });
  }

  async close(): Promise<void> {
    await this.#load.stop();
    await this.#server.stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  #ask<T>(job: Job): Promise<T> {
    return this.#load.ask({ ...job });
  }

  async #takeSeats(): Promise<Seat[]> {
    const { contender, rooms, people, allIds = false } = this.options;
    if (contender === 'insieme') return this.#server.ask({ do: 'seat', rooms, people, ids: allIds });
    return Array.from({ length: rooms * people }, (_, nth) => strangerIn(`room-${Math.floor(nth / people)}`, allIds));
  }
}

const IDS = 16;

/** Anybody, where the server knows nobody: random ids, as Yjs takes them. */
function strangerIn(room: string, allIds: boolean): Seat {
  const first = randomInt(1, 2 ** 32 / IDS) * IDS;
  return { room, clientId: first, clientIds: allIds ? Array.from({ length: IDS }, (_, nth) => first + nth) : [], cookie: '' };
}

/** Sets a stage, plays, and clears it away, whatever happened. */
export async function on<T>(options: StageOptions, play: (stage: Stage) => Promise<T>): Promise<T> {
  const stage = await Stage.open(options);
  try {
    return await play(stage);
  } finally {
    await stage.close();
  }
}
