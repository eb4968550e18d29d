/**
 * One page's news line: whose it is, which projects it follows, and what it may be told now.
 *
 * Whatever concerns one line happens in order, one after the other. A right that is being judged again holds
 * the project's news back until the answer is known: then it is delivered, or dropped with the right.
 * Knows sockets only through `Wire`; cookies and sessions belong to the door.
 */
import { allows, type Deed, type Standing } from '../../shared/access.ts';
import type { MemberId, PersonId, ProjectId } from '../../shared/ids.ts';
import { LIMITS } from '../../shared/limits.ts';
import { Refusal } from '../../shared/refusals.ts';
import { standingOf } from '../actions/standing.ts';
import type { Store } from '../storage/store.ts';
import { standingRoom } from './audience.ts';

/** The little of a socket that a line needs. */
export interface Wire {
  join(room: string): void;
  leave(room: string): void;
  /** The page's connection breaks; it comes back and is judged like any newcomer. `cause`: our fault, to be logged. */
  drop(cause?: unknown): void;
  /** The line ends for good; the page does not come back by itself. */
  end(): void;
}

/** Counts how often anybody's place was judged again: a standing read across such a moment is read once more. */
export interface Judgements {
  count: number;
}

interface Followed extends Standing {
  memberId: MemberId;
}
interface Held {
  mayKnow: Deed;
  send: () => void;
}

export class Line {
  readonly #followed = new Map<ProjectId, Followed>();
  /** Projects whose standing is being read again, with the news that waits for the answer. */
  readonly #held = new Map<ProjectId, Held[]>();
  #work: Promise<unknown> = Promise.resolve();

  constructor(
    readonly personId: PersonId,
    readonly sessionId: string,
    private readonly wire: Wire,
    private readonly store: Store,
    private readonly judgements: Judgements,
  ) {}

  /** Runs after everything this line has been asked before. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#work.then(work);
    this.#work = next.catch(() => undefined); // `next` carries the failure to whoever asked
    return next;
  }

  get idle(): Promise<unknown> {
    return this.#work;
  }

  /** Throws 404 for a project that is not there or not theirs. */
  async follow(projectId: ProjectId): Promise<void> {
    if (!this.#followed.has(projectId) && this.#followed.size >= LIMITS.followedProjects) throw new Refusal('too-many');
    if (!(await this.#stand(projectId))) throw new Refusal('not-found');
  }

  unfollow(projectId: ProjectId): void {
    this.#leave(projectId);
    this.#followed.delete(projectId);
    this.#held.delete(projectId);
  }

  /** From this moment nothing of the project reaches the page until its standing is known anew. */
  reconsider(memberId: MemberId): void {
    for (const [projectId, followed] of this.#followed) {
      if (followed.memberId !== memberId) continue;
      this.wire.leave(standingRoom(projectId, followed));
      if (!this.#held.has(projectId)) this.#held.set(projectId, []);
      this.inTurn(() => this.#judge(projectId)).catch((error: unknown) => this.drop(error));
    }
  }

  /** Keeps a piece of news while the right to it is being read; false when nothing is in question. */
  hold(projectId: ProjectId, mayKnow: Deed, send: () => void): boolean {
    const held = this.#held.get(projectId);
    held?.push({ mayKnow, send });
    return held !== undefined;
  }

  /** The lease: reads every followed standing again. `lost` hears of places that have ended unnoticed. */
  async renew(lost: (projectId: ProjectId) => void): Promise<void> {
    for (const projectId of [...this.#followed.keys()]) {
      if (!(await this.#judge(projectId))) lost(projectId);
    }
  }

  /** Also when a right could not be read: what cannot be read is not a right. */
  drop(cause?: unknown): void {
    this.wire.drop(cause);
  }

  end(): void {
    this.wire.end();
  }

  async #judge(projectId: ProjectId): Promise<boolean> {
    if (!this.#followed.has(projectId)) return true;
    return this.#stand(projectId);
  }

  /** Nothing may happen between the last read and the joining, or a change in between would be missed. */
  async #stand(projectId: ProjectId): Promise<boolean> {
    for (;;) {
      const seen = this.judgements.count;
      const standing = await standingOf(this.store, this.personId, projectId);
      if (seen !== this.judgements.count) continue;
      return standing !== undefined && allows(standing.member, 'project.read') ? this.#take(projectId, standing.member) : this.#lose(projectId);
    }
  }

  #take(projectId: ProjectId, { id, side, role, approver }: Standing & { id: MemberId }): true {
    this.#leave(projectId);
    const followed = { memberId: id, side, role, approver };
    this.#followed.set(projectId, followed);
    this.wire.join(standingRoom(projectId, followed));
    this.#deliver(projectId);
    return true;
  }

  #lose(projectId: ProjectId): false {
    this.unfollow(projectId);
    return false;
  }

  #leave(projectId: ProjectId): void {
    const followed = this.#followed.get(projectId);
    if (followed) this.wire.leave(standingRoom(projectId, followed));
  }

  #deliver(projectId: ProjectId): void {
    const held = this.#held.get(projectId) ?? [];
    this.#held.delete(projectId);
    for (const { mayKnow, send } of held) {
      if (allows(this.#followed.get(projectId), mayKnow)) send();
    }
  }
}
