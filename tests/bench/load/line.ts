/** One person's line to a server: opened, greeted, and its messages told apart. Knows dialects; measures nothing. */
import { Cursor } from '../wire/typing.ts';
import { askFrame, type Dialect, type DialectName, dialectOf, emptyAnswerFrame, type Seat, SYNC, TYPE, updateFrame } from '../wire/dialect.ts';
import { FastSocket } from '../wire/socket.ts';

export interface LineEvents {
  /** An update of the document; the cursor stands at its beginning and holds until this returns. */
  onContent?: (from: Cursor, length: number, isAnswer: boolean) => void;
  onPresence?: (from: Cursor) => void;
  /** So many frames with content of this line are on disk. */
  onSaved?: (frames: number) => void;
  onEnd?: (why: string) => void;
  onPart?: () => void;
}

export class Line {
  readonly dialect: Dialect;
  readonly #socket: FastSocket;
  events: LineEvents = {};
  /** Frames with content that it has sent. */
  frames = 0;
  readonly isOpen: Promise<void>;
  /** It has what the room holds, and the server has asked it for what it holds. */
  readonly isIn: Promise<void>;
  #opened!: () => void;
  #in!: () => void;
  #failed!: (error: Error) => void;
  #owes: { answer: boolean; question: boolean };

  constructor(name: DialectName, readonly port: number, readonly seat: Seat) {
    this.dialect = dialectOf(name, seat);
    this.#owes = { answer: this.dialect.answers, question: this.dialect.answers };
    this.isOpen = new Promise(resolve => { this.#opened = resolve; });
    this.isIn = new Promise((resolve, reject) => {
      this.#in = resolve;
      this.#failed = reject;
    });
    this.#socket = new FastSocket({
      port, path: this.dialect.path, headers: this.dialect.headers,
      onOpen: () => this.#greet(), onMessage: message => this.#hear(message), onEnd: why => this.#end(why), onPart: () => this.events.onPart?.(),
    });
  }

  write(update: Uint8Array): void {
    this.frames++;
    this.#socket.send(updateFrame(this.dialect.prefix, update));
  }

  /** Frames already written in this line's dialect, the first `content` of which carry content. */
  sendAll(frames: readonly Uint8Array[], content: number): void {
    this.frames += content;
    this.#socket.sendAll(frames);
  }

  /** Asks once more for the whole document. */
  askAgain(): void {
    this.#socket.send(askFrame(this.dialect.prefix));
  }

  close(): void {
    this.#socket.destroy();
  }

  #greet(): void {
    for (const frame of this.dialect.greeting) this.#socket.send(frame);
    this.#opened();
    if (!this.dialect.answers) this.#in();
  }

  #hear(message: Buffer): void {
    const from = new Cursor(message, this.dialect.prefix.length);
    const type = from.uint();
    if (type === TYPE.sync || type === TYPE.syncReply) this.#sync(from);
    else if (type === TYPE.presence) {
      from.uint();
      this.events.onPresence?.(from);
    } else if (type === TYPE.saved) this.events.onSaved?.(from.uint());
  }

  #sync(from: Cursor): void {
    const type = from.uint();
    const length = from.uint();
    if (type === SYNC.step1) return this.#answer();
    this.events.onContent?.(from, length, type === SYNC.step2);
    if (type === SYNC.step2) this.#settle({ ...this.#owes, answer: false });
  }

  #answer(): void {
    this.frames++;
    this.#socket.send(emptyAnswerFrame(this.dialect.prefix));
    this.#settle({ ...this.#owes, question: false });
  }

  #settle(owes: { answer: boolean; question: boolean }): void {
    this.#owes = owes;
    if (!owes.answer && !owes.question) this.#in();
  }

  #end(why: string): void {
    this.#failed(new Error(`A line ended: ${why}`));
    this.events.onEnd?.(why);
  }
}
