/**
 * One shared document while somebody has it open.
 *
 * A room knows neither sockets nor databases: frames come in through `receive` and go out through `Peer.send`,
 * so that a test can run ten rooms in memory. When things go to disk is `scribe.ts`; who is where, `presence.ts`.
 */
import * as Y from 'yjs';
import { newRoomDoc } from '../../shared/documents/roots.ts';
import type { MemberId } from '../../shared/ids.ts';
import { LIMITS } from '../../shared/limits.ts';
import { Refusal } from '../../shared/refusals.ts';
import { Askers } from './askers.ts';
import type { Batch, Sender } from './batch.ts';
import type { News } from './blocks/news.ts';
import { readUpdate } from './blocks/reader.ts';
import { lowered } from './blocks/vector.ts';
import { Budget } from './budget.ts';
import { answerFrame, askFrame, decodeFrame, type Frame, notTakenFrame, type PresenceState, savedFrame, seatsFrame, stateFrame, updateFrame } from './frames.ts';
import type { RoomJournal, Saved } from './journal.ts';
import { PresenceBoard } from './presence.ts';
import { Scribe } from './scribe.ts';
import type { Seats } from './seats.ts';
import type { DocumentState, MaySearch, Owns } from './state.ts';
import type { Time } from './time.ts';
import { isTrouble, Refused, type RefusedBecause, TooMuch } from './trouble.ts';
import { Unsaved, type UnsavedInAll } from './unsaved.ts';

/** Somebody's line, as the room sees it. */
export interface Peer {
  readonly memberId: MemberId;
  /** Right now; may change while the line is open (Sync 11). */
  readonly mayWrite: boolean;
  /** Asked in its address for our own messages beside y-websocket's. */
  readonly wantsOurs: boolean;
  /** False while it reads so slowly that this many more bytes would pile up (Sync 10). */
  hasRoomFor(bytes: number): boolean;
  /** Goes with all else that is said to it in this turn. */
  send(frame: Uint8Array): void;
  /** What is said to everybody: goes at once, and takes along what waits. */
  sendNow(frame: Uint8Array): void;
  /** Something short that makes earlier ones superfluous: in a crowd it waits a moment for company. */
  sendSoon(frame: Uint8Array): void;
  /** The line closes, and its page opens another: with its answer it brings everything that we have not got. */
  comeAgain(): void;
}

export interface RoomParts {
  state: DocumentState;
  journal: Pick<RoomJournal, 'keep' | 'saved'>;
  seats: Pick<Seats, 'isPageOf' | 'table' | 'onIssued'>;
  time: Time;
  /** What all rooms of the process hold beside the disk. */
  unsavedInAll: UnsavedInAll;
  /** Something that was accepted can never be kept: the room cannot go on. Nobody was told that it is saved. */
  broken: (error: unknown) => void;
  /** After each batch on disk. */
  onKept?: () => void;
}

/** Where a line stands. */
interface Place {
  readonly peer: Peer;
  readonly sender: Sender;
  /** What its member may still send, and cause; shared by all their lines. */
  readonly sent: Budget;
  readonly searched: Budget;
  readonly answered: Budget;
  readonly owns: Owns;
  /** It has been answered once: from then on it is told what happens. */
  inStep: boolean;
  /** It has answered our question: until then words may reach us before those they follow. */
  hasAnswered: boolean;
  /** Something it sent was not taken: what follows from it hangs on what we lack, until the page comes again. */
  hasLost: boolean;
  /** It was not taken because nothing can be kept just now: the page comes again when it can. */
  waitsForStore: boolean;
  /** Frames with content that it sent and that were taken. */
  frames: number;
  /** Set while it reads too slowly: what it had when we stopped sending. */
  standsAt: Uint8Array | undefined;
  /** When it last asked who is here, and was told. */
  askedPresenceAt: number;
}

export class Room {
  readonly #places = new Map<Peer, Place>();
  readonly #budgets = new Map<MemberId, Budget>();
  readonly #searches = new Map<MemberId, Budget>();
  readonly #answers = new Map<MemberId, Budget>();
  readonly #askers: Askers<Peer>;
  readonly #presence: PresenceBoard<Peer>;
  readonly #scribe: Scribe<Peer>;
  readonly #unsaved: Unsaved;
  /** The table of who holds which ids, as every newcomer is sent it. */
  #seats: Uint8Array | undefined;

  /** Pass a state that storage has already filled: peers are answered from the first frame on (Sync 2). */
  constructor(readonly parts: RoomParts) {
    this.#presence = new PresenceBoard(parts.time, frame => this.#sendToAll(frame));
    this.#unsaved = new Unsaved(parts.unsavedInAll, parts.time, () => this.#stuckChanged());
    const { state, journal, time, broken } = parts;
    // Named one by one: of a copy that is spread V8 makes a dictionary, which every letter would be looked up in.
    this.#scribe = new Scribe({
      state, journal, time, broken,
      unsaved: this.#unsaved,
      people: () => this.#places.size,
      show: batch => this.#show(batch),
      acknowledge: (batch, saved) => this.#acknowledge(batch, saved),
      degradedChanged: () => this.#places.forEach((_, peer) => this.rightsChanged(peer)),
    });
    this.#askers = new Askers({ time: parts.time, atOnce: () => this.#answersAtOnce(), letThrough: (peer, vector) => this.#letAsk(peer, vector) });
    parts.seats.onIssued(seat => {
      this.#seats = undefined;
      this.#sendToAll(seatsFrame([seat]), peer => peer.wantsOurs);
    });
  }

  get people(): number {
    return this.#places.size;
  }

  join(peer: Peer): void {
    this.#places.set(peer, this.#placeOf(peer));
    peer.send(askFrame(this.parts.state.vector()));
    this.#sayWhoIsHere(peer);
    this.rightsChanged(peer);
  }

  #sayWhoIsHere(peer: Peer): void {
    peer.send(this.#presence.everyone());
    if (peer.wantsOurs) peer.send((this.#seats ??= seatsFrame(this.parts.seats.table())));
  }

  #placeOf(peer: Peer): Place {
    const { memberId } = peer;
    const sent = budgetIn(this.#budgets, memberId, LIMITS.memberBytesPerTenSeconds, this.parts.time);
    const searched = budgetIn(this.#searches, memberId, LIMITS.searchedBytesPerTenSeconds, this.parts.time);
    const answered = budgetIn(this.#answers, memberId, LIMITS.answeredBytesPerTenSeconds, this.parts.time);
    const sender = { memberId, clientId: 0 };
    return {
      peer, sender, sent, searched, answered, owns: this.#idsOf(memberId),
      inStep: false, hasAnswered: false, hasLost: false, waitsForStore: false, frames: 0, standsAt: undefined, askedPresenceAt: -Infinity,
    };
  }

  /** Ids stay issued for ever: the one a page writes under is looked up once. */
  #idsOf(memberId: MemberId): Owns {
    let known = -1;
    return clientId => {
      if (clientId === known) return true;
      if (!this.parts.seats.isPageOf(memberId, clientId)) return false;
      known = clientId;
      return true;
    };
  }

  leave(peer: Peer): void {
    if (!this.#places.delete(peer)) return;
    this.#askers.leave(peer);
    this.#presence.leave(peer, this.people);
  }

  /** Throws `Unreadable`, `Refused` or `TooMuch`: the gateway then closes that one peer, and the rest go on (Sync 7). */
  receive(peer: Peer, bytes: Uint8Array): void {
    const place = this.#places.get(peer);
    if (!place) return;
    try {
      this.#take(place, decodeFrame(bytes));
    } catch (error) {
      // Anything else means that the document itself may be half changed: what is on disk is whole.
      if (!isTrouble(error)) this.parts.broken(error);
      throw error;
    }
  }

  /** Its right to write changed, or how well we can save: its page is told, and its next frame is judged anew (Sync 4). */
  rightsChanged(peer: Peer): void {
    if (peer.wantsOurs) peer.send(stateFrame({ mayWrite: peer.mayWrite, degraded: this.#scribe.degraded, stuck: this.#unsaved.isStuck }));
  }

  /** Everybody is told; whoever had something not taken meanwhile brings it as soon as it can be kept again. */
  #stuckChanged(): void {
    for (const [peer, place] of this.#places) {
      this.rightsChanged(peer);
      if (!this.#unsaved.isStuck && place.waitsForStore) peer.comeAgain();
    }
  }

  /** A slow line has drained: it is told who is here, and one diff brings it up to date (Sync 10). */
  drained(peer: Peer): void {
    const place = this.#places.get(peer);
    if (!place) return;
    this.#sayWhoIsHere(peer);
    if (place.standsAt) this.#ask(place, place.standsAt);
  }

  /** Everything the journal holds, as of a seq. */
  read(): Promise<{ whole: Uint8Array; seq: number }> {
    return new Promise((resolve, lost) => {
      let whole: Uint8Array = new Uint8Array();
      const closed = () => void (whole = this.parts.state.whole());
      this.#scribe.open.waiters.push({ closed, lost, saved: ({ seq }) => resolve({ whole, seq }) });
      this.#scribe.schedule();
    });
  }

  /** The same for compaction: as fast as it can be had, and what comes after is noted until the swap. */
  freeze(): Promise<{ raw: Uint8Array; vector: Uint8Array; seq: number }> {
    return new Promise((resolve, lost) => {
      let frozen = { raw: new Uint8Array() as Uint8Array, vector: new Uint8Array() as Uint8Array };
      const closed = () => void (frozen = { raw: this.parts.state.raw(), vector: this.parts.state.vector() });
      this.#scribe.open.waiters.push({ closed, lost, saved: ({ seq }) => resolve({ ...frozen, seq }) });
      this.#scribe.schedule();
    });
  }

  /** The server edits as a member like any other (Sync 14). Resolves when it is on disk. */
  edit(sender: Sender, change: (doc: Y.Doc) => void): Promise<void> {
    const update = drawUp(this.parts.state.whole(), sender.clientId, change);
    if (!update) return Promise.resolve();
    const fresh = this.#enter(update, clientId => clientId === sender.clientId);
    if (fresh === 'full') throw new Refusal('too-large');
    if (fresh === 'stuck') throw new Refusal('not-now');
    if (fresh) this.#gather(sender, fresh, update.length);
    return this.settled();
  }

  /** An entry that another process wrote: it is on disk already, and everybody here is told. */
  takeForeign(updates: readonly Uint8Array[]): void {
    this.parts.state.restore(updates);
    this.#scribe.foreignCame();
    this.#tell(updates, undefined);
  }

  /** Resolves when everything accepted so far is on disk; throws when it never will be. */
  settled(): Promise<void> {
    return new Promise((resolve, lost) => {
      this.#scribe.open.waiters.push({ lost, saved: () => resolve() });
      this.#scribe.schedule();
    });
  }

  stop(): void {
    this.#scribe.stop();
    this.#presence.stop();
    this.#unsaved.stop();
    this.#askers.stop();
  }

  #take(place: Place, frame: Frame): void {
    switch (frame.kind) {
      case 'ask': return this.#ask(place, frame.vector);
      case 'content': return this.#content(place, frame);
      case 'presence': return this.#presenceOf(place, frame.states);
      case 'askPresence': return this.#askPresence(place);
    }
  }

  /** Who has not taken its last answer gets no second one beside it: it is answered when that has gone (Sync 10). */
  #ask(place: Place, vector: Uint8Array): void {
    if (place.peer.hasRoomFor(this.parts.state.bytes)) this.#askers.ask(place.peer, vector);
    else place.standsAt = vector;
  }

  #answersAtOnce(): number {
    return Math.max(1, Math.floor(LIMITS.answeredBytesAtOnce / this.parts.state.bytes));
  }

  /** Who was handed out too much comes again later. */
  #letAsk(peer: Peer, vector: Uint8Array): boolean {
    const mayAsk = this.#places.get(peer)?.answered.spend(0);
    if (!mayAsk) peer.comeAgain();
    else {
      this.#scribe.open.ask(peer, vector);
      this.#scribe.schedule();
    }
    return mayAsk ?? false;
  }

  /** Whoever is here was told everything and hears all that changes: who asks again and again is told now and then. */
  #askPresence(place: Place): void {
    const now = this.parts.time.now();
    if (now - place.askedPresenceAt < LIMITS.presenceAgainMs) return;
    place.askedPresenceAt = now;
    const frame = this.#presence.everyone();
    if (place.peer.hasRoomFor(frame.length)) place.peer.send(frame);
  }

  #content(place: Place, { update, isAnswer }: Content): void {
    const { peer } = place;
    if (!place.sent.spend(update.length)) throw new TooMuch('more than a member may send');
    place.hasAnswered ||= isAnswer;
    const fresh = this.#takeOrExcuse(place, update);
    if (fresh === 'notTaken' || fresh === 'stuck') {
      place.hasLost = true;
      place.waitsForStore ||= fresh === 'stuck';
      if (peer.wantsOurs) peer.send(notTakenFrame(1, place.waitsForStore));
      return;
    }
    place.frames++;
    if (fresh) this.#gatherFrom(place, fresh, update.length);
    // Even a frame without news waits its turn: what it repeats may not be on disk yet. Behind one that was not taken
    // nothing is acknowledged: a receipt speaks for all frames before it.
    if (peer.wantsOurs && place.hasAnswered && !place.hasLost) this.#scribe.open.receipt(peer, place.frames);
    this.#scribe.schedule();
  }

  #gatherFrom({ sender, sent }: Place, news: News, bytes: number): void {
    const more = morePiecesIn(news);
    if (more > 0) sent.spend(more * LIMITS.bytesForEachPiece); // told by the next frame, if it was too much
    this.#gather(named(sender, news), news, bytes);
  }

  #gather(sender: Sender, news: News, bytes: number): void {
    this.#scribe.open.add(sender, news);
    this.#unsaved.accepted(bytes);
  }

  /** Some frames hang on words that we lack through no fault of the page. */
  #takeOrExcuse(place: Place, update: Uint8Array): News | undefined | 'notTaken' | 'stuck' {
    // Not even what would fit: receipts count from the first frame on, without holes.
    if (place.waitsForStore) return 'stuck';
    try {
      return this.#takeFrom(place, update);
    } catch (error) {
      if (!(error instanceof Refused && HANGS_ON_WHAT_WE_LACK.has(error.because))) throw error;
      if (place.hasLost) return 'notTaken';
      // Who types on right after a line opened sends words that follow others we lack; those come with the answer to
      // our question, these among them. They are counted, and acknowledged together with that answer.
      if (!place.hasAnswered) return undefined;
      throw error;
    }
  }

  /** A stock page always answers our question, also when it may only read: what holds nothing new is no offence (Sync 4). */
  #takeFrom({ peer, owns, searched }: Place, update: Uint8Array): News | undefined | 'notTaken' | 'stuck' {
    if (!peer.mayWrite) return this.parts.state.holds(update) ? undefined : 'notTaken';
    const fresh = this.#enter(update, owns, bytes => searched.spend(bytes));
    return fresh === 'full' ? 'notTaken' : fresh;
  }

  #enter(update: Uint8Array, owns: Owns, maySearch?: MaySearch): News | undefined | 'full' | 'stuck' {
    const { state } = this.parts;
    if (!this.#unsaved.hasRoomFor(update.length) && !state.holds(update)) return 'stuck';
    if (state.bytes + update.length > LIMITS.documentBytes && !state.holds(update)) return 'full';
    return state.take(update, owns, maySearch);
  }

  #presenceOf({ peer, sender, owns }: Place, states: readonly PresenceState[]): void {
    const own = states.find(state => owns(state.clientId));
    if (own && sender.clientId === 0) sender.clientId = own.clientId;
    this.#presence.take(peer, states, owns, this.people);
  }

  /** Tells those in step first: whoever is answered now has the same words in the answer. */
  #show(batch: Batch<Peer>): void {
    this.#tell(batch.takeUntold(), batch.onlySender);
    const answers = batch.takeAnswers();
    if (answers.length > 0) this.#answerAll(answers);
  }

  #answerAll(answers: readonly { line: Peer; answer: Uint8Array }[]): void {
    const frames = new Map<Uint8Array, Uint8Array>(); // whoever lacks everything is sent the very same bytes
    for (const { line, answer } of answers) {
      const frame = frames.get(answer) ?? answerFrame(answer);
      frames.set(answer, frame);
      this.#answer(line, frame);
    }
    const drawnUp = [...frames.values()].reduce((sum, { length }) => sum + length, 0);
    this.#askers.answered(answers.map(({ line }) => line), drawnUp);
  }

  /** One message for all, encoded once; only somebody who wrote all of it is spared the echo. */
  #tell(updates: readonly Uint8Array[], author: Sender | undefined): void {
    for (const update of updates) {
      const frame = updateFrame(update);
      for (const place of this.#places.values()) {
        if (!place.inStep || place.standsAt || place.sender === author) continue;
        if (place.peer.hasRoomFor(frame.length)) place.peer.sendNow(frame);
        else place.standsAt = this.#beforeTelling(updates);
      }
    }
  }

  /** Where somebody stands who misses these updates and everything after them. */
  #beforeTelling(updates: readonly Uint8Array[]): Uint8Array {
    const missed = updates.flatMap(update => readUpdate(update).runs);
    return lowered(this.parts.state.vector(), [...missed, ...this.#scribe.starts()]);
  }

  #answer(peer: Peer, frame: Uint8Array): void {
    const place = this.#places.get(peer);
    if (!place) return;
    peer.send(frame);
    place.answered.spend(frame.length);
    place.inStep = true;
    place.standsAt = undefined;
  }

  #acknowledge(batch: Batch<Peer>, saved: Saved): void {
    batch.eachReceipt((frames, peer) => void (this.#places.has(peer) && peer.sendSoon(savedFrame(frames, saved.at))));
    this.parts.onKept?.();
  }

  #sendToAll(frame: Uint8Array, wants: (peer: Peer) => boolean = () => true): void {
    for (const peer of this.#places.keys()) if (wants(peer) && peer.hasRoomFor(frame.length)) peer.send(frame);
  }
}

const HANGS_ON_WHAT_WE_LACK: ReadonlySet<RefusedBecause> = new Set(['gap', 'unknown-reference', 'unknown-deletion']);
type Content = Extract<Frame, { kind: 'content' }>;

function budgetIn(budgets: Map<MemberId, Budget>, memberId: MemberId, mostPerTenSeconds: number, time: Time): Budget {
  const known = budgets.get(memberId);
  if (known) return known;
  const budget = new Budget(mostPerTenSeconds, 10_000, time);
  budgets.set(memberId, budget);
  return budget;
}

/** Structs and deleted ranges beyond the one that a letter is. */
const morePiecesIn = ({ pieces, deleted }: News) => pieces.reduce((sum, { count }) => sum + count, deleted.length) - 1;

/** A page that has not said where it is yet is known by what it writes. */
function named(sender: Sender, fresh: News): Sender {
  if (sender.clientId === 0) sender.clientId = fresh.pieces[0]?.client ?? 0;
  return sender;
}

/** Makes a change on a reader's copy, under an id that nobody has used, and answers it as an update. */
export function drawUp(whole: Uint8Array | undefined, clientId: number, change: (doc: Y.Doc) => void): Uint8Array | undefined {
  const doc = newRoomDoc();
  if (whole) Y.applyUpdate(doc, whole);
  doc.clientID = clientId;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  try {
    change(doc);
    return updates.length > 0 ? Y.mergeUpdates(updates) : undefined;
  } finally {
    doc.destroy();
  }
}
