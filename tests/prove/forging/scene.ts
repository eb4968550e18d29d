/**
 * The stage of every script: a project in the real app, two honest people with stock pages at work in it, and Giulia,
 * an editor on the client's side, who writes her own program.
 */
import * as Y from 'yjs';
import { answerFrame, askFrame } from '../../../server/sync/frames.ts';
import { members } from '../../../server/storage/collections.ts';
import { put } from '../../../server/storage/store.ts';
import type { Member } from '../../../shared/members.ts';
import { type RoomId, type RoomKind, roomIdOf } from '../../../shared/rooms.ts';
import { type StockPage, stockPage, takeSeats, untilDoc } from '../../support/lines.ts';
import { type Name, oneProject, type OneProject, type Seated } from '../../support/oneProject.ts';
import { RawLine } from '../../support/RawLine.ts';
import type { TestApp } from '../../support/startApp.ts';

export interface Forger {
  line: RawLine;
  seated: Seated;
  /** Issued to the forger, nothing written under them yet. */
  ids: readonly number[];
}

export class Scene {
  readonly #lines: RawLine[] = [];
  /** Ids under which somebody dishonest may legally have written. */
  readonly #forgersIds = new Set<number>();

  private constructor(readonly app: TestApp, readonly project: OneProject, readonly marta: Seated, readonly here: StockPage, readonly there: StockPage) {}

  static async set(app: TestApp): Promise<Scene> {
    const project = await oneProject(app);
    const [marta, paolo] = [await project.seat('marta'), await project.seat('paolo')];
    const room = roomIdOf(project.project.id, 'shared');
    const [here, there] = [stockPage(marta, room, (await takeSeats(marta)).clientIds[0]!), stockPage(paolo, room, (await takeSeats(paolo)).clientIds[0]!)];
    here.text.insert(0, 'honest words');
    await untilDoc(there.doc, () => there.text.toString() === 'honest words', 'the first words');
    return new Scene(app, project, marta, here, there);
  }

  get room(): RoomId {
    return this.roomOf('shared');
  }
  roomOf(kind: RoomKind): RoomId {
    return roomIdOf(this.project.project.id, kind);
  }
  get victim(): number {
    return this.here.doc.clientID;
  }

  /** A line of somebody's own making, in step, with ids of their own. */
  async forger(name: Name = 'giulia', place: Partial<Member> = {}, asked = 'acks=1'): Promise<Forger> {
    const seated = await this.project.seat(name, place);
    const ids = place.role === 'viewer' ? [] : (await takeSeats(seated)).clientIds;
    for (const id of ids) this.#forgersIds.add(id);
    const line = this.open(seated, asked);
    await line.isIn;
    line.send(askFrame(Uint8Array.of(0)));
    line.send(answerFrame(Uint8Array.of(0, 0)));
    await line.until(() => line.heard.answers.length > 0, 'being in step');
    return { line, seated, ids };
  }

  open(seated: Seated, asked = 'acks=1', room: string = this.room, headers: Record<string, string> = {}): RawLine {
    const line = RawLine.open(seated.browser, room, asked, headers);
    this.#lines.push(line);
    return line;
  }

  /** A member's place changes, as the members' routes change it. */
  async change(seated: Seated, how: Partial<Member>): Promise<void> {
    const kept = await this.app.store.get(members, seated.member.id);
    if (!kept) throw new Error('nobody to change');
    const { rev, ...member } = kept;
    await this.app.store.commit([put(members, { ...member, ...how }, rev)]);
    this.app.parts.news.reconsider(seated.member.id);
  }

  /** Both honest people go on, and the server has what they have. Answers what is not so. */
  async honestGoOn(): Promise<string[]> {
    const { here, there } = this;
    const misses: string[] = [];
    const note = (error: unknown) => void misses.push(error instanceof Error ? error.message : String(error));
    here.text.insert(here.text.length, '!to');
    await untilDoc(there.doc, () => there.text.toString().includes('!to'), 'Marta\'s words').catch(note);
    there.text.insert(0, 'fro!');
    await untilDoc(here.doc, () => here.text.toString().includes('fro!'), 'Paolo\'s words').catch(note);
    const { doc } = await this.app.parts.documents.read(this.room);
    if (doc.getText('body').toString() !== here.text.toString() || here.text.toString() !== there.text.toString()) misses.push('they do not have one text');
    if (!here.text.toString().includes('honest words')) misses.push('honest words are gone');
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) misses.push('the document waits for words that never come');
    const strangers = [...doc.store.clients.keys()].filter(id => id !== here.doc.clientID && id !== there.doc.clientID && !this.#forgersIds.has(id));
    if (strangers.length > 0) misses.push(`words of nobody: ${strangers.join(' ')}`);
    if (!here.provider.wsconnected || !there.provider.wsconnected) misses.push('an honest line was closed');
    if (here.provider.awareness.getLocalState() === null) misses.push('an honest cursor was taken away');
    misses.push(...this.app.logged.filter(line => /could not be taken|is broken/.test(line)));
    return misses;
  }

  /** Their whole document, as bytes. */
  get whole(): Uint8Array {
    return Y.encodeStateAsUpdate(this.here.doc);
  }

  close(): void {
    for (const each of [this.here, this.there, ...this.#lines.splice(0)]) each.close();
  }
}
