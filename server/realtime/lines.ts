/** All news lines of this server: who is let in, what they are told, when they end. Knows sockets, and no noun. */
import type { Logger } from 'pino';
import type { Server, Socket } from 'socket.io';
import type { NewsEvents, RequestEvents } from '../../shared/events.ts';
import { LIMITS } from '../../shared/limits.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { News } from '../actions/news.ts';
import type { Asking, Gate } from '../actions/whoIs.ts';
import type { Store } from '../storage/store.ts';
import { answerRequest } from './answer.ts';
import { personRoom, roomsFor } from './audience.ts';
import { type Judgements, Line, type Wire } from './line.ts';
import { Pace } from './pace.ts';

interface LineData {
  asking: Asking;
}
export type NewsSocket = Socket<RequestEvents, NewsEvents, Record<string, never>, LineData>;
export type NewsServer = Server<RequestEvents, NewsEvents, Record<string, never>, LineData>;

interface LinesNeeds {
  gate: Gate;
  store: Store;
  log: Logger;
  clock: () => number;
}

/** Everybody who listens now. */
export class Lines {
  readonly #lines = new Map<NewsSocket['id'], { line: Line; socket: NewsSocket }>();
  readonly #judgements: Judgements = { count: 0 };
  #closed = false;
  /** Sessions that ended since the last renewals: one of them may be on its way in. */
  #ended = new Set<string>();
  #endedBefore = new Set<string>();

  constructor(
    private readonly io: NewsServer,
    private readonly needs: LinesNeeds,
  ) {}

  async admit(socket: NewsSocket): Promise<void> {
    if (this.#closed) throw new Refusal('not-now');
    const asking = await this.needs.gate.whoIs(socket.handshake.headers);
    if (!asking) throw new Refusal('signed-out');
    const present = [...this.#lines.values()].filter(({ line }) => line.personId === asking.person.id).length;
    if (present >= LIMITS.newsLinesPerPerson) throw new Refusal('too-many');
    socket.data.asking = asking;
  }

  open(socket: NewsSocket): void {
    const { person, sessionId } = socket.data.asking;
    const line = new Line(person.id, sessionId, wireOf(socket, this.needs.log), this.needs.store, this.#judgements);
    socket.on('error', error => this.needs.log.warn({ error }, 'a news line failed'));
    socket.on('disconnect', () => this.#lines.delete(socket.id));
    if (this.#hasEnded(sessionId)) return line.end();
    this.#lines.set(socket.id, { line, socket });
    void socket.join(personRoom(person.id));
    this.#listen(socket, line);
  }

  #listen(socket: NewsSocket, line: Line): void {
    const pace = new Pace(LIMITS.newsRequestsPerTenSeconds, 10_000, this.needs.clock);
    socket.onAny((event: string, ...given: unknown[]) => {
      if (pace.allows()) void answerRequest(line, event, given, this.needs);
      else line.drop(); // no page of ours asks this often
    });
  }

  readonly news: News = {
    tell: (projectId, mayKnow, event, payload) => {
      const rooms = roomsFor(projectId, mayKnow);
      if (rooms.length > 0) emit(this.io.to(rooms), event, payload);
      for (const { line, socket } of this.#lines.values()) line.hold(projectId, mayKnow, () => emit(socket, event, payload));
    },
    tellPerson: (personId, event, payload) => emit(this.io.to(personRoom(personId)), event, payload),
    reconsider: memberId => {
      this.#judgements.count += 1;
      for (const { line } of this.#lines.values()) line.reconsider(memberId);
    },
    sessionEnded: (_personId, sessionId) => {
      this.#ended.add(sessionId);
      for (const { line } of this.#lines.values()) if (line.sessionId === sessionId) line.end();
    },
  };

  renewAll(): void {
    [this.#endedBefore, this.#ended] = [this.#ended, new Set()];
    for (const { line, socket } of this.#lines.values()) {
      line.inTurn(() => this.#renew(line, socket)).catch((error: unknown) => line.drop(error));
    }
  }

  async #renew(line: Line, socket: NewsSocket): Promise<void> {
    const asking = await this.needs.gate.whoIs(socket.handshake.headers);
    if (asking?.sessionId !== line.sessionId) return line.end();
    await line.renew(projectId => emit(socket, 'member:ended', { projectId }));
  }

  #hasEnded(sessionId: string): boolean {
    return this.#ended.has(sessionId) || this.#endedBefore.has(sessionId);
  }

  /** Lets nobody in any more; resolves when no line uses the store. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#lines.values()].map(({ line }) => line.idle));
  }
}

function wireOf(socket: NewsSocket, log: Logger): Wire {
  return {
    join: room => void socket.join(room),
    leave: room => void socket.leave(room),
    drop: cause => {
      if (cause !== undefined) log.error({ error: cause }, 'a news line was cut, for its rights could not be read');
      socket.conn.close();
    },
    end: () => void socket.disconnect(true),
  };
}

type Payload<E extends keyof NewsEvents> = Parameters<NewsEvents[E]>[0];

/** socket.io types its senders per event name; a name that is itself a parameter needs this one door. */
function emit<E extends keyof NewsEvents>(to: { emit: (...given: never) => boolean }, event: E, payload: Payload<E>): void {
  (to.emit as unknown as (this: unknown, event: string, payload: unknown) => boolean).call(to, event, payload);
}
