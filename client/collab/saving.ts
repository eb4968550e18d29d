/**
 * The truth about saving, over time: which changes are unconfirmed, what the line is like, and the one status that follows.
 *
 * Told by `liveRoom.ts` what happens; knows no socket. The count outlives the page where the device keeps something.
 */
import { Receipts } from './receipts.ts';
import { type Known, NOTHING_KNOWN, statusOf } from './status.ts';
import { Value } from './value.ts';

/** Away for longer than this, and the page says "offline" instead of "reconnecting". */
const LONG_AWAY_MS = 8_000;

export interface CountKeeper {
  /** `foundAreDone`: what earlier pages left is confirmed as well. */
  keepUnsaved(ours: number, foundAreDone: boolean): Promise<void>;
}

export class Saving {
  readonly status = new Value(statusOf(NOTHING_KNOWN));
  readonly receipts = new Receipts();
  #known: Known = NOTHING_KNOWN;
  #stopAway: (() => void) | undefined;
  /** Where the count of unconfirmed changes outlives this page; set once there is such a place. */
  keeper: CountKeeper | undefined;
  #kept = 0;
  #keeping: Promise<void> | undefined;

  constructor(
    readonly after: (ms: number, run: () => void) => () => void,
    readonly report: (error: unknown) => void,
  ) {}

  get ended() {
    return this.#known.ended;
  }

  learn(news: Partial<Known>): void {
    const { unsaved, allSaved } = this.receipts;
    this.#known = { ...this.#known, ...news, unsaved, allSaved };
    const status = statusOf(this.#known);
    if (JSON.stringify(status) !== JSON.stringify(this.status.get())) this.status.set(status);
    if (this.keeper && this.#kept !== unsaved) this.#keeping ??= this.#keep(this.keeper);
  }

  connected(isConnected: boolean): void {
    if (isConnected) this.#lineOpened();
    else this.#waitForLongAway();
    this.learn({ connected: isConnected, ...(isConnected ? { longAway: false } : {}) });
  }

  /** Resolves when the count that is kept is the present one. */
  async stop(): Promise<void> {
    this.#stopAway?.();
    await this.#keeping;
  }

  #lineOpened(): void {
    this.#stopAway?.();
    this.#stopAway = undefined;
    this.receipts.lineOpened();
  }

  /** Told of each try that fails: what counts is since when nothing stands. */
  #waitForLongAway(): void {
    this.#stopAway ??= this.after(LONG_AWAY_MS, () => this.learn({ longAway: true }));
  }

  /** One write at a time; what changed meanwhile goes with the next. A device that keeps nothing makes no promises. */
  async #keep(keeper: CountKeeper): Promise<void> {
    try {
      while (this.#kept !== this.receipts.unsaved) {
        const { unsaved, unsavedOurs } = this.receipts;
        await keeper.keepUnsaved(unsavedOurs, unsaved === unsavedOurs);
        this.#kept = unsaved;
      }
    } catch (error) {
      this.keeper = undefined;
      this.learn({ keptHere: false });
      this.report(error);
    } finally {
      this.#keeping = undefined;
    }
  }
}
