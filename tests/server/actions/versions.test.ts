/**
 * Random stories of people who edit, freeze, put, decide and withdraw at the same moments, on a real store and a
 * real document. Whatever happens: what is recorded is what was displayed, nobody answers a version twice, and
 * never are two rounds open at once.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Member } from '../../../shared/members.ts';
import { paragraph, writeRichText } from '../../../shared/documents/richtext.ts';
import { proposalRoot } from '../../../shared/documents/roots.ts';
import { FrozenContent } from '../../../shared/documents/version.ts';
import { Refusal } from '../../../shared/refusals.ts';
import { roomIdOf } from '../../../shared/rooms.ts';
import { hashOf, sha256Hex } from '../../../shared/verify/canonical.ts';
import { type Approval, statementOf, type Version } from '../../../shared/versions.ts';
import { answerRound, approvalDesk, freezeVersion, putToClient, versionContent, withdrawRound } from '../../../server/actions/versions.ts';
import { roundAfter } from '../../../server/domain/versions.ts';
import { approvals, rounds, versions } from '../../../server/storage/collections.ts';
import { type OneProject, oneProject, type Seated } from '../../support/oneProject.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ logLevel: 'silent' });
});
afterAll(() => app.close());

const HOW = { signedInWith: 'password', from: '203.0.113.24', device: 'a browser' } as const;
const DEEDS = ['edit', 'freeze', 'put', 'look', 'approve', 'changes', 'withdraw', 'tamper'] as const;
type Deed = (typeof DEEDS)[number];

/** One approver's page: what it drew last. */
interface Screen {
  version: Version;
  content: FrozenContent;
  contentHash: string;
}

test('what is recorded is what was displayed, in any order of any deeds', { timeout: 120_000 }, async () => {
  const deed = fc.record({ does: fc.constantFrom(...DEEDS), who: fc.nat(1), together: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 30 }), async deeds => {
      const story = await Story.begin();
      let running: Promise<void>[] = [];
      for (const { does, who, together } of deeds) {
        running.push(story.play(does, who));
        if (together) continue; // the next one starts while this one is under way
        await Promise.all(running);
        running = [];
        await story.check();
      }
      await Promise.all(running);
      await story.check();
    }),
    { numRuns: 25, endOnFailure: true },
  );
});

class Story {
  readonly screens = new Map<string, Screen>();
  /** The bytes each recorded answer was given to, as its page drew them. */
  readonly displayed = new Map<string, string>();
  letters = 0;

  private constructor(
    readonly table: OneProject,
    readonly marta: Seated,
    readonly approvers: readonly Seated[],
  ) {}

  static async begin(): Promise<Story> {
    const table = await oneProject(app);
    const story = new Story(table, await table.seat('marta'), [await table.seat('giulia'), await table.seat('paolo', { approver: true })]);
    // From here every deed means something at once.
    for (const deed of ['edit', 'freeze', 'put', 'look'] as const) await story.play(deed, 0);
    return story;
  }

  /** People are refused all the time; only refusals are an answer, anything else is a fault. */
  async play(deed: Deed, nth: number): Promise<void> {
    try {
      await this[deed](this.approvers[nth]!);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  async edit(by: Seated): Promise<void> {
    const words = `Line ${(this.letters += 1)}`;
    await app.parts.documents.edit(roomIdOf(this.table.project.id, 'shared'), by.member.id, doc => writeRichText(proposalRoot(doc), [paragraph(words)]));
  }

  async freeze(): Promise<void> {
    await freezeVersion(app.parts, this.marta.member, this.table.project, 'A draft');
  }

  async put(): Promise<void> {
    const newest = (await this.kept(versions)).at(-1);
    if (newest) await putToClient(app.parts, this.marta.member, newest.id, { approvers: this.approvers.map(each => each.member.id), message: '' });
  }

  async look({ member }: Seated): Promise<void> {
    const round = (await this.kept(rounds)).findLast(each => each.state === 'open');
    if (!round) return;
    const { version, bytes } = await versionContent(app.parts, member, round.versionId);
    const content = FrozenContent.parse(JSON.parse(new TextDecoder().decode(bytes)));
    this.screens.set(member.id, { version, content, contentHash: hashOf(content).hash });
  }

  async approve(by: Seated): Promise<void> {
    await this.answer(by, this.screens.get(by.member.id));
  }

  /** The page drew something else than what the server sent. */
  async tamper(by: Seated): Promise<void> {
    const screen = this.screens.get(by.member.id);
    if (!screen) return;
    const content = { ...screen.content, proposal: [...screen.content.proposal, paragraph('and one word more')] };
    await this.answer(by, { ...screen, content, contentHash: hashOf(content).hash });
  }

  async changes(by: Seated): Promise<void> {
    const [screen, round] = [this.screens.get(by.member.id), await this.roundOf(by.member)];
    if (!screen || !round) return;
    const { contentHash } = screen;
    const kept = await answerRound(app.parts, by.member, round.id, { decision: 'changes', reason: 'Not yet', contentHash, language: 'en' }, HOW);
    this.displayed.set(kept.id, contentHash);
  }

  async withdraw(): Promise<void> {
    const round = (await this.kept(rounds)).findLast(each => each.state === 'open');
    if (round) await withdrawRound(app.parts, this.marta.member, round.id);
  }

  async check(): Promise<void> {
    const [allVersions, allRounds, answers] = [await this.kept(versions), await this.kept(rounds), await this.kept(approvals)];
    expect(allRounds.filter(round => round.state === 'open').length).toBeLessThanOrEqual(1);
    expect(new Set(answers.map(each => `${each.versionId} ${each.memberId}`)).size).toBe(answers.length);
    for (const round of allRounds.filter(each => each.state !== 'withdrawn')) {
      expect(roundAfter({ ...round, state: 'open' }, answers, 0).state).toBe(round.state);
    }
    const numbers = allVersions.flatMap(version => version.number ?? []).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, nth) => nth + 1));
    for (const each of answers) await this.checkAnswer(each, allVersions);
    const desk = await approvalDesk(app.parts, this.approvers[0]!.member, this.table.project);
    expect(desk.versions.every(version => version.number !== null && version.name === null)).toBe(true);
  }

  private async checkAnswer(each: Approval, all: readonly Version[]): Promise<void> {
    const version = all.find(one => one.id === each.versionId);
    const bytes = await app.store.files.read(each.contentHash);
    expect(sha256Hex(bytes!)).toBe(each.contentHash);
    expect(version).toMatchObject({ contentHash: each.contentHash });
    expect(this.displayed.get(each.id)).toBe(each.contentHash);
    expect(version?.number).not.toBeNull();
  }

  private async answer(by: Seated, screen: Screen | undefined): Promise<void> {
    const round = await this.roundOf(by.member);
    if (!screen || !round) return;
    const { version, content, contentHash } = screen;
    const statement = statementOf('en', by.person.name, version.number!, content.project.title, content.project.clientName);
    const kept = await answerRound(app.parts, by.member, round.id, { decision: 'approve', typedName: by.person.name, contentHash, statement, language: 'en' }, HOW);
    if (!this.displayed.has(kept.id)) this.displayed.set(kept.id, contentHash);
  }

  /** The round of the version on this person's screen, as their page knows it; it may have ended meanwhile. */
  private async roundOf(by: Member) {
    const screen = this.screens.get(by.id);
    return screen && (await this.kept(rounds)).findLast(round => round.versionId === screen.version.id);
  }

  private kept<T extends { id: string }>(of: Parameters<typeof app.store.find<T>>[0]) {
    return app.store.find(of, 'byProject', [this.table.project.id]);
  }
}
