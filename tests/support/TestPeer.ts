/**
 * Somebody with a real Yjs document on a line made of two arrays: speaks y-websocket's frames to a real room,
 * and lets a test decide when each of them arrives. No socket, no time.
 */
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { MemberId } from '../../shared/ids.ts';
import { type LineState, MESSAGE } from '../../shared/rooms.ts';
import { newRoomDoc } from '../../shared/documents/roots.ts';
import { answerFrame, askFrame, updateFrame } from '../../server/sync/frames.ts';
import type { Peer, Room } from '../../server/sync/room.ts';

export interface TestPeerOptions {
  memberId: MemberId;
  clientId: number;
  mayWrite?: boolean;
  doc?: Y.Doc;
}

export class TestPeer implements Peer {
  readonly memberId: MemberId;
  readonly doc: Y.Doc;
  readonly wantsOurs = true;
  mayWrite: boolean;
  /** Set to false to read so slowly that everything piles up. */
  reads = true;
  /** Frames with content sent on this line, and how many of them the server said are on disk. */
  sent = 0;
  saved = 0;
  notTaken = 0;
  /** Those of them that it may bring again. */
  notTakenForNow = 0;
  /** What the server last said about this line. */
  state: LineState | undefined;
  readonly inbox: Uint8Array[] = [];
  readonly outbox: Uint8Array[] = [];
  #room: Room | undefined;
  /** What the room knows this line as. */
  #line: Peer = this;

  constructor({ memberId, clientId, mayWrite = true, doc = newRoomDoc() }: TestPeerOptions) {
    this.memberId = memberId;
    this.mayWrite = mayWrite;
    this.doc = doc;
    doc.clientID = clientId;
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.#room) this.#sendContent(updateFrame(update), update);
    });
  }

  /** The page opens another line at once. */
  comeAgain(): void {
    const room = this.#room;
    this.goOffline();
    if (room) this.goOnline(room);
  }

  /** For those who note what they sent, and what they were promised. */
  protected sentContent(_update: Uint8Array): void {}
  protected heardSaved(_frames: number): void {}

  get text(): Y.Text {
    return this.doc.getText('body');
  }

  /** Its right to write has changed: the room is told as the gateway tells it. */
  rightsChanged(): void {
    this.#room?.rightsChanged(this.#line);
  }

  get isOnline(): boolean {
    return this.#room !== undefined;
  }

  /** Everything written so far is on disk, as far as the server said. */
  get isSaved(): boolean {
    return this.isOnline && this.sent > 0 && this.saved === this.sent;
  }

  /** `line`: each connection of a real page is another line to the server; where that matters, hand one in. */
  goOnline(room: Room, line: Peer = this): void {
    if (this.#room) return;
    this.#line = line;
    this.#room = room;
    this.sent = this.saved = 0;
    this.outbox.push(askFrame(Y.encodeStateVector(this.doc)));
    room.join(line);
  }

  goOffline(): void {
    this.#room?.leave(this.#line);
    this.#room = undefined;
    this.inbox.length = 0;
    this.outbox.length = 0;
  }

  /** One frame arrives: ours at the room, or the room's here. */
  deliverOne(): boolean {
    return this.deliverOurs() || this.deliverTheirs();
  }

  deliverOurs(): boolean {
    const frame = this.outbox.shift();
    if (frame) this.#room?.receive(this.#line, frame);
    return frame !== undefined;
  }

  deliverTheirs(): boolean {
    const frame = this.inbox.shift();
    if (frame) this.#read(frame);
    return frame !== undefined;
  }

  hasRoomFor(): boolean {
    return this.reads;
  }

  send(frame: Uint8Array): void {
    this.inbox.push(frame);
  }

  sendNow(frame: Uint8Array): void {
    this.send(frame);
  }

  sendSoon(frame: Uint8Array): void {
    this.send(frame);
  }

  #sendContent(frame: Uint8Array, update: Uint8Array): void {
    this.sent++;
    this.outbox.push(frame);
    this.sentContent(update);
  }

  #read(frame: Uint8Array): void {
    const from = decoding.createDecoder(frame);
    const type = decoding.readVarUint(from);
    if (type === MESSAGE.sync) this.#readSync(from);
    if (type === MESSAGE.saved) this.heardSaved((this.saved = decoding.readVarUint(from)));
    if (type === MESSAGE.state) this.state = JSON.parse(decoding.readVarString(from)) as LineState;
    if (type === MESSAGE.notTaken) this.#countNotTaken(decoding.readVarUint(from), decoding.readVarUint(from) === 1);
  }

  #countNotTaken(frames: number, forNow: boolean): void {
    this.notTaken += frames;
    if (forNow) this.notTakenForNow += frames;
  }

  #readSync(from: decoding.Decoder): void {
    const isQuestion = decoding.readVarUint(from) === 0;
    const body = decoding.readVarUint8Array(from);
    if (isQuestion) this.#answer(body);
    else Y.applyUpdate(this.doc, body, this);
  }

  #answer(vector: Uint8Array): void {
    const update = Y.encodeStateAsUpdate(this.doc, vector);
    this.#sendContent(answerFrame(update), update);
  }
}
