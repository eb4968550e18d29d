/**
 * The door of the sync line: who may come in is decided before the first frame is read (Sync 1), and again
 * whenever something about them changes, at the latest within a minute (Sync 11).
 *
 * A foreign origin or path gets an HTTP error. Everybody else is upgraded, and closed at once with a reason if
 * they may not come in: y-websocket takes 44xx as final, and retries for ever on what is refused before the upgrade.
 * Everything slow happens before the upgrade is answered, so no frame can arrive that would have to wait.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { allows } from '../../shared/access.ts';
import type { MemberId, PersonId, ProjectId } from '../../shared/ids.ts';
import { LIMITS } from '../../shared/limits.ts';
import { CLOSE, type CloseReason, partsOf, readDeed, RoomId, type RoomKind, SYNC_VERSION, writeDeed } from '../../shared/rooms.ts';
import { standingOf } from '../actions/standing.ts';
import type { Gate } from '../actions/whoIs.ts';
import { members } from '../storage/collections.ts';
import type { Store } from '../storage/store.ts';
import { type Address, readAddress } from './address.ts';
import type { Counts } from './counts.ts';
import { type Guest, Line } from './line.ts';
import { Offences } from './offences.ts';
import type { Room } from './room.ts';
import type { Rooms, Visit } from './rooms.ts';
import type { Time } from './time.ts';
import { isTrouble, TooLarge, TooMuch } from './trouble.ts';
import { Outbox } from './wire.ts';

export interface GatewayParts {
  store: Store;
  rooms: Rooms;
  gate: Gate;
  time: Time;
  counts: Counts;
  onTrouble: (what: string, error: unknown) => void;
  /** Other processes work on the same store, and do not tell us whose right has changed. */
  isShared: boolean;
}

const TICK_MS = 5_000;
/** Renewed well before a minute is over; sooner where somebody else may have changed it. */
const LEASE_MS = 40_000;
const SHARED_LEASE_MS = 10_000;
const LEASE_ENDS_MS = 60_000;
/** The second time the same page brings what we refuse, its copy is set aside for review. */
const ENOUGH_OFFENCES = 2;

type Verdict = { mayWrite: boolean } | { close: CloseReason };
const mayEnter = (verdict: Verdict): verdict is { mayWrite: boolean } => 'mayWrite' in verdict;

export class Gateway {
  readonly #lines = new Set<Line>();
  readonly #offences: Offences;
  readonly #wss = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: LIMITS.answerBytes,
    perMessageDeflate: false,
    maxFragments: 1_024,
    maxBufferedChunks: 16_384,
  });
  readonly #outbox: Outbox;
  #stopTick: () => void;
  /** Grows whenever somebody's right may have changed: whoever was on their way in is judged again. */
  #changes = 0;
  #closed = false;

  constructor(readonly parts: GatewayParts) {
    this.#offences = new Offences(parts.time);
    this.#outbox = new Outbox(parts.time);
    this.#stopTick = this.#startTicking();
  }

  /** Takes over the upgrade of a request. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', destroy); // from the first moment on: without a listener it would end the process
    const address = readAddress(request.url ?? '');
    if (!address) return refuse(socket, '404 Not Found');
    if (!this.parts.gate.originIsOurs(request.headers)) return refuse(socket, '403 Forbidden');
    this.#admit(request, socket, head, address).catch((error: unknown) => {
      this.parts.onTrouble('a line could not be opened', error);
      this.#turnAway(request, socket, head, 'later');
    });
  }

  /** A member's place changed: their lines are judged again now. */
  reconsider(memberId: MemberId): void {
    this.#changes++;
    this.#judgeAgain(line => line.memberId === memberId);
  }

  /** A session ended: its lines close now, those of the person's other sessions stay. */
  sessionEnded(personId: PersonId, sessionId: string): void {
    this.#changes++;
    for (const line of this.#lines) {
      if (line.guest.personId === personId && line.guest.sessionId === sessionId) line.close('signedOut');
    }
  }

  /** The room cannot go on: its people come again, and find what is on disk. */
  empty(room: Room): void {
    for (const line of this.#lines) if (line.visit.room === room) line.close('later');
  }

  get lines(): number {
    return this.#lines.size;
  }

  /** Lets nobody in any more and says goodbye to those inside; they will try again. */
  close(): void {
    this.#closed = true;
    this.#stopTick();
    for (const line of this.#lines) line.close('later');
  }

  async #admit(request: IncomingMessage, socket: Duplex, head: Buffer, address: Address): Promise<void> {
    const changes = this.#changes;
    const recognised = await this.#recognise(request, address);
    if ('close' in recognised) return this.#turnAway(request, socket, head, recognised.close);
    const { guest } = recognised;
    const visit = await this.parts.rooms.enter(RoomId.parse(address.room));
    socket.once('close', visit.leave);
    if (socket.destroyed) return visit.leave();
    // Its ids may have been issued by another process a moment ago.
    if (this.parts.isShared && !visit.seats.holderOf(Number(address.page))) await visit.seats.catchUp();
    // Loading may have taken a while: judged again if anybody's right changed, or may have, where we are not told.
    const isSure = changes === this.#changes && !this.parts.isShared;
    const verdict = isSure ? recognised : await this.#judgeUntilQuiet(guest);
    if (!mayEnter(verdict)) return this.#turnAway(request, socket, head, verdict.close);
    this.#wss.handleUpgrade(request, socket, head, ws => this.#open(ws, socket, guest, visit, verdict.mayWrite));
  }

  /** Who is it, and is there such a room for them? */
  async #recognise(request: IncomingMessage, address: Address): Promise<{ guest: Guest; mayWrite: boolean } | { close: CloseReason }> {
    if (this.#closed) return { close: 'later' };
    if (address.version !== undefined && address.version < SYNC_VERSION) return { close: 'pageTooOld' };
    const asking = await this.parts.gate.whoIs(request.headers);
    if (!asking) return { close: 'signedOut' };
    const room = RoomId.safeParse(address.room);
    if (!room.success) return { close: 'noSuchRoom' };
    const { projectId, kind } = partsOf(room.data);
    const standing = await standingOf(this.parts.store, asking.person.id, projectId);
    if (!standing || !allows(standing.member, readDeed(kind))) return { close: await this.#whyNot(asking.person.id, projectId, kind) };
    if (address.epoch !== undefined && address.epoch !== standing.project.epoch) return { close: 'historyDiffers' };
    const { sessionId, person } = asking;
    const guest: Guest = {
      personId: person.id, sessionId, memberId: standing.member.id, projectId, kind, epoch: standing.project.epoch,
      headers: { cookie: request.headers.cookie }, wantsOurs: address.wantsOurs, page: `${room.data} ${standing.member.id} ${address.page}`,
    };
    if (this.#offences.count(guest.page) >= ENOUGH_OFFENCES) return { close: 'historyDiffers' };
    if (this.#linesOf(guest) >= LIMITS.socketsPerMember) return { close: 'later' };
    return { guest, mayWrite: allows(standing.member, writeDeed(kind)) };
  }

  /** Whoever was in here knows of it, and must let go of their copy; to all others there is no such room. */
  async #whyNot(personId: PersonId, projectId: ProjectId, kind: RoomKind): Promise<CloseReason> {
    const member = await this.parts.store.getUnique(members, 'byPerson', [projectId, personId]);
    return member && allows(member, readDeed(kind)) ? 'accessEnded' : 'noSuchRoom';
  }

  #linesOf({ memberId, projectId, kind }: Guest): number {
    let count = 0;
    for (const { guest } of this.#lines) if (guest.memberId === memberId && guest.projectId === projectId && guest.kind === kind) count++;
    return count;
  }

  async #judgeUntilQuiet(guest: Guest): Promise<Verdict> {
    for (;;) {
      const changes = this.#changes;
      const verdict = await this.#judge(guest);
      if (changes === this.#changes) return verdict;
    }
  }

  /** What somebody who was let in may do now. */
  async #judge({ headers, sessionId, projectId, kind, epoch }: Guest): Promise<Verdict> {
    const asking = await this.parts.gate.whoIs(headers);
    if (asking?.sessionId !== sessionId) return { close: 'signedOut' };
    const standing = await standingOf(this.parts.store, asking.person.id, projectId);
    if (!standing || !allows(standing.member, readDeed(kind))) return { close: 'accessEnded' };
    if (standing.project.epoch !== epoch) return { close: 'historyDiffers' };
    return { mayWrite: allows(standing.member, writeDeed(kind)) };
  }

  #open(ws: WebSocket, socket: Duplex, guest: Guest, visit: Visit, mayWrite: boolean): void {
    const line = new Line(guest, visit, ws, socket, this.#outbox, this.parts.time, this.parts.counts);
    line.mayWrite = mayWrite;
    // All in this same turn: not one message of theirs may come before somebody listens.
    ws.on('error', error => this.#failed(line, error));
    ws.on('message', (data, isBinary) => this.#receive(line, data, isBinary));
    ws.on('close', () => {
      this.#lines.delete(line);
      visit.room.leave(line);
      visit.leave();
    });
    this.#lines.add(line);
    visit.room.join(line);
  }

  #receive(line: Line, data: RawData, isBinary: boolean): void {
    if (line.isClosing) return;
    try {
      line.receive(data as Buffer, isBinary); // `ws` gives one buffer unless asked for another kind
    } catch (error) {
      this.#offended(line, error);
    }
  }

  /** Closes this one line; the rest of the room does not notice (Sync 7). */
  #offended(line: Line, error: unknown): void {
    if (error instanceof TooMuch) return line.close('later');
    if (!isTrouble(error)) {
      this.parts.onTrouble('a frame could not be taken', error);
      return line.close('later');
    }
    const reason = error instanceof TooLarge ? 'tooLarge' : 'unreadable';
    line.close(this.#offences.note(line.guest.page) < ENOUGH_OFFENCES ? reason : 'historyDiffers');
  }

  /** `ws` has closed it already, with 1007 or 1009. */
  #failed(line: Line, error: Error): void {
    if ('code' in error && error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') this.#offences.note(line.guest.page);
  }

  #turnAway(request: IncomingMessage, socket: Duplex, head: Buffer, reason: CloseReason): void {
    if (socket.destroyed) return;
    this.#wss.handleUpgrade(request, socket, head, ws => {
      ws.on('error', () => ws.terminate());
      ws.close(CLOSE[reason], reason);
    });
  }

  #judgeAgain(which: (line: Line) => boolean): void {
    for (const line of this.#lines) if (which(line)) void this.#judgeLine(line);
  }

  async #judgeLine(line: Line): Promise<void> {
    try {
      const verdict = await this.#judgeUntilQuiet(line.guest);
      line.judgedAt = this.parts.time.now();
      if (!mayEnter(verdict)) return line.close(verdict.close);
      if (verdict.mayWrite === line.mayWrite) return;
      line.mayWrite = verdict.mayWrite;
      line.visit.room.rightsChanged(line);
    } catch (error) {
      // Nobody stays on a right that cannot be confirmed.
      if (this.parts.time.now() - line.judgedAt > LEASE_ENDS_MS) line.close('later');
      this.parts.onTrouble('a right could not be confirmed', error);
    }
  }

  #startTicking(): () => void {
    let stop: () => void;
    const tick = () => {
      for (const line of this.#lines) line.tick();
      const now = this.parts.time.now();
      this.#judgeAgain(line => now - line.judgedAt > (this.parts.isShared ? SHARED_LEASE_MS : LEASE_MS));
      stop = this.parts.time.after(TICK_MS, tick);
    };
    stop = this.parts.time.after(TICK_MS, tick);
    return () => stop();
  }
}

/** Not a closure: it would keep the whole request as long as the line is open. */
function destroy(this: Duplex): void {
  this.destroy();
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
