/**
 * Somebody who writes numbered marks into a room through our own line and notes which of them the server said are on
 * disk, frame by frame. Keeps its document when the line breaks, or comes back with what a device would have kept.
 */
import { Awareness } from 'y-protocols/awareness';
import type { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { openLine } from '../../client/collab/line.ts';
import { newRoomDoc } from '../../shared/documents/roots.ts';
import type { CloseReason, LineState, RoomId } from '../../shared/rooms.ts';
import { socketOf } from './lines.ts';
import type { Browser } from './browse.ts';

export interface MarkerOptions {
  name: string;
  browser: Browser;
  /** `ws://127.0.0.1:<port>/yjs` */
  lineAddress: string;
  room: RoomId;
  clientId: number;
  /** What the device kept of an earlier page. */
  copy?: Uint8Array;
}

export class Marker {
  readonly doc = newRoomDoc();
  readonly provider: WebsocketProvider;
  /** Reasons for which the server ended the line for good; nobody honest should ever hear one. */
  readonly ended: CloseReason[] = [];
  notTaken = 0;
  state: LineState | undefined;
  /** Called with the marks that were just promised. */
  onPromised: (marks: readonly string[]) => void = () => undefined;
  /** For each frame of this line, how many marks there were when it was sent. */
  #frames: number[] = [];

  /** `marks` and `promised` outlive a page: hand them on to the next. */
  constructor(readonly options: MarkerOptions, readonly marks: string[] = [], readonly promised = new Set<string>()) {
    const { browser, lineAddress, room, clientId, copy } = options;
    if (copy) Y.applyUpdate(this.doc, copy);
    this.doc.clientID = clientId;
    this.provider = openLine({ lineAddress, WebSocket: socketOf(browser) }, { room, epoch: 1, page: clientId }, this.doc, new Awareness(this.doc), {
      connected: isConnected => isConnected && (this.#frames = []),
      synced: () => undefined,
      sentUpdate: () => this.#frames.push(this.marks.length),
      sentAnswer: () => this.#frames.push(this.marks.length),
      saved: frames => this.#promise(this.#frames[frames - 1] ?? 0),
      notTaken: () => this.notTaken++,
      seats: () => undefined,
      state: state => (this.state = state),
      ended: reason => this.ended.push(reason),
    });
  }

  get text(): Y.Text {
    return this.doc.getText('body');
  }

  /** Every mark is on disk, as far as the server said. */
  get isSaved(): boolean {
    return this.promised.size === this.marks.length;
  }

  /** Writes the next mark: `<marta.17>`, at the end or, `inFront`, before everything. */
  write(inFront: boolean): void {
    const mark = `<${this.options.name}.${this.marks.length}>`;
    this.marks.push(mark);
    this.text.insert(inFront ? 0 : this.text.length, mark);
  }

  /** The page is gone; what its device kept goes on as another page, under another id. */
  reload(clientId: number): Marker {
    const copy = Y.encodeStateAsUpdate(this.doc);
    this.close();
    const next = new Marker({ ...this.options, clientId, copy }, this.marks, this.promised);
    next.onPromised = this.onPromised;
    return next;
  }

  close(): void {
    this.provider.destroy();
    this.doc.destroy();
  }

  #promise(count: number): void {
    const news = this.marks.slice(0, count).filter(mark => !this.promised.has(mark));
    for (const mark of news) this.promised.add(mark);
    if (news.length > 0) this.onPromised(news);
  }
}

/** Marks that are not in the text exactly once. */
export function wrongIn(text: string, marks: Iterable<string>): string[] {
  const counts = new Map<string, number>();
  for (const [mark] of text.matchAll(/<[a-z]+\.\d+>/g)) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return [...marks].filter(mark => counts.get(mark) !== 1);
}
