import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { heading, paragraph, writeRichText } from '../../../shared/documents/richtext.ts';
import { proposalRoot } from '../../../shared/documents/roots.ts';
import { FrozenContent } from '../../../shared/documents/version.ts';
import { NEWS_PATH } from '../../../shared/events.ts';
import { roomIdOf } from '../../../shared/rooms.ts';
import { canonicalJson, hashOf, sha256Hex } from '../../../shared/verify/canonical.ts';
import { ApprovalDesk, ApprovalLine, Receipt, RoundView, statementOf, VersionView } from '../../../shared/versions.ts';
import type { Answer } from '../../support/browse.ts';
import { type OneProject, oneProject, type Seated } from '../../support/oneProject.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

let app: TestApp;
let table: OneProject;
let marta: Seated;
let ivo: Seated;
let paolo: Seated;
let giulia: Seated;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

async function sitDown(): Promise<void> {
  table = await oneProject(app);
  [marta, ivo, paolo, giulia] = [await table.seat('marta'), await table.seat('ivo'), await table.seat('paolo'), await table.seat('giulia')];
  await write('Every year 1,150,000 messages leave for people who already got one.');
}

/** What a page does: parses, and hashes the very object that it is going to draw. */
function draw({ body }: Answer): { content: FrozenContent; contentHash: string } {
  const content = FrozenContent.parse(body);
  return { content, contentHash: hashOf(content).hash };
}

const write = (words: string, by = marta) =>
  app.parts.documents.edit(roomIdOf(table.project.id, 'shared'), by.member.id, doc => {
    writeRichText(proposalRoot(doc), [heading(2, 'What we understood'), paragraph(words)]);
  });
const ask = (who: Seated, method: string, path: string, body?: unknown) => who.browser.ask(method, `${table.path}${path}`, body);
const desk = async (who: Seated) => ApprovalDesk.parse((await ask(who, 'GET', '/approval')).body);
const freeze = async (name = 'After the call') => VersionView.parse((await ask(marta, 'POST', '/versions', { name })).body);
const put = (version: { id: string }, approvers: Seated[] = [giulia]) =>
  ask(marta, 'POST', `/versions/${version.id}/rounds`, { approvers: approvers.map(each => each.member.id), message: 'Please read section 1.' });

async function atTheClient() {
  await sitDown();
  const version = await freeze();
  const round = RoundView.parse((await put(version)).body);
  const drawn = draw(await ask(giulia, 'GET', `/versions/${version.id}/content`));
  return { version, round, ...drawn };
}

type Put = Awaited<ReturnType<typeof atTheClient>>;
const yes = ({ contentHash, content }: Pick<Put, 'contentHash' | 'content'>, more: object = {}) => {
  const statement = statementOf('en', giulia.person.name, 1, content.project.title, content.project.clientName);
  return { decision: 'approve', typedName: giulia.person.name, contentHash, statement, language: 'en', ...more };
};
const answer = (at: Put, body: unknown, who = giulia) => ask(who, 'POST', `/rounds/${at.round.id}/approvals`, body);

describe('freezing', () => {
  test('keeps what was written, byte for byte, whatever is typed afterwards', async () => {
    await sitDown();
    const version = await freeze();
    await write('Something else entirely.');
    const { content, contentHash } = draw(await ask(marta, 'GET', `/versions/${version.id}/content`));
    expect(contentHash).toBe(version.contentHash);
    expect(content.proposal[1]).toEqual(paragraph('Every year 1,150,000 messages leave for people who already got one.'));
    expect(content.project).toEqual({ id: table.project.id, title: 'One customer, one record', sellerName: 'Nodo Software', clientName: 'Modastile', currency: 'EUR' });
  });

  test('answers the canonical bytes themselves, and lets them be taken as a file', async () => {
    await sitDown();
    const version = await freeze();
    const taken = await fetch(`${app.url}${table.path}/versions/${version.id}/file`, { headers: { cookie: marta.browser.cookie } });
    const bytes = new Uint8Array(await taken.arrayBuffer());
    expect(sha256Hex(bytes)).toBe(version.contentHash);
    expect(taken.headers.get('content-disposition')).toBe('attachment; filename="insieme-version-draft.json"');
    expect(taken.headers.get('cache-control')).toBe('no-store');
    const text = new TextDecoder().decode(bytes);
    expect(canonicalJson(JSON.parse(text))).toBe(text);
  });

  test('the same words twice gives the same fingerprint', async () => {
    await sitDown();
    expect((await freeze('one')).contentHash).toBe((await freeze('two')).contentHash);
  });

  test.each([['ivo', 403], ['paolo', 403], ['giulia', 403]] as const)('is for the seller: %s gets %i', async (name, status) => {
    await sitDown();
    const who = { ivo, paolo, giulia }[name];
    expect((await ask(who, 'POST', '/versions', { name: 'mine' })).status).toBe(status);
  });
});

describe('a draft', () => {
  test('is known to the seller and the team, and to the client in nothing at all', async () => {
    await sitDown();
    const before = (await ask(giulia, 'GET', '/approval')).body;
    const version = await freeze('ZEBRA-7 before the fair');
    expect((await desk(ivo)).versions.map(each => each.name)).toEqual(['ZEBRA-7 before the fair']);
    expect((await ask(giulia, 'GET', '/approval')).body).toEqual(before);
    const missing = await ask(giulia, 'GET', '/versions/ver_0000000000000000000000/content');
    for (const path of ['content', 'file']) {
      const refused = await ask(giulia, 'GET', `/versions/${version.id}/${path}`);
      expect({ status: refused.status, body: refused.body }).toEqual({ status: missing.status, body: missing.body });
    }
  });

  test('sends news to the seller’s side alone', async () => {
    await sitDown();
    const lines = await Promise.all([marta, giulia].map(listen));
    await freeze();
    await lines[0]!.heard(1);
    const version = (await desk(marta)).versions[0]!;
    await put(version);
    await Promise.all([lines[0]!.heard(2), lines[1]!.heard(1)]);
    expect(lines[1]!.count()).toBe(1); // of the putting; the freezing before it said nothing
    for (const line of lines) line.close();
  });

  test('leaves its name at home when it is put to the client', async () => {
    await atTheClient();
    expect((await desk(giulia)).versions[0]).toMatchObject({ number: 1, name: null });
    expect((await desk(marta)).versions[0]).toMatchObject({ number: 1, name: 'After the call' });
  });

  test('of another project does not exist', async () => {
    await sitDown();
    const [version, other] = [await freeze(), await oneProject(app)];
    const stranger = await other.seat('carla', { role: 'host' });
    expect((await stranger.browser.ask('GET', `${table.path}/versions/${version.id}/content`)).status).toBe(404);
    expect((await stranger.browser.ask('GET', `${other.path}/versions/${version.id}/content`)).status).toBe(404);
    expect((await stranger.browser.ask('POST', `${other.path}/versions/${version.id}/rounds`, { approvers: [giulia.member.id], message: '' })).status).toBe(404);
  });
});

describe('a round', () => {
  test('asks by letter, in each one’s language, and says nothing of the content', async () => {
    await atTheClient();
    const letter = app.outbox.letters().find(each => each.to === giulia.person.email);
    expect(letter?.subject).toBe('Marta Villa puts version 1 of “One customer, one record” to you');
    expect(letter?.text).not.toContain('1,150,000');
  });

  test('is one at a time, even when two are opened in the same moment', async () => {
    await sitDown();
    const drafts = [await freeze('one'), await freeze('two'), await freeze('three')];
    const answers = await Promise.all(drafts.map(draft => put(draft)));
    expect(answers.map(each => each.status).sort()).toEqual([200, 409, 409]);
    expect((await desk(marta)).rounds).toHaveLength(1);
    expect((await desk(giulia)).versions.map(version => version.number)).toEqual([1]);
  });

  test('withdrawn makes room for the next version, with the next number', async () => {
    const first = await atTheClient();
    expect((await ask(marta, 'POST', `/rounds/${first.round.id}/withdrawal`)).status).toBe(200);
    expect((await put(await freeze('better'))).status).toBe(200);
    expect((await desk(giulia)).versions.map(version => version.number)).toEqual([1, 2]);
    expect((await answer(first, yes(first))).body).toMatchObject({ code: 'round-closed' });
  });
});

describe('an answer', () => {
  test('is kept with who, how, whence and what, and both sides read the same receipt', async () => {
    const at = await atTheClient();
    const kept = ApprovalLine.parse((await answer(at, yes(at))).body);
    expect((await desk(marta)).rounds[0]?.state).toBe('approved');
    const receipts = await Promise.all([marta, ivo, giulia].map(who => ask(who, 'GET', `/approvals/${kept.id}`)));
    const [receipt] = receipts.map(each => Receipt.parse(each.body));
    expect(receipt?.approval).toMatchObject({
      name: giulia.person.name, contentHash: at.version.contentHash, signedInWith: 'password', from: '127.0.0.1',
      statement: `I, ${giulia.person.name}, approve version 1 of “One customer, one record” for Modastile.`,
    });
    expect(Receipt.parse(receipts[2]?.body).approval).toEqual(receipt?.approval);
  });

  test('is bound to what the page drew: one word altered on the way is refused and nothing is kept', async () => {
    const at = await atTheClient();
    const asSent = await ask(giulia, 'GET', `/versions/${at.version.id}/content`);
    const altered: unknown = JSON.parse(JSON.stringify(asSent.body).replace('1,150,000', '1,250,000'));
    const refused = await answer(at, yes(draw({ ...asSent, body: altered })));
    expect(refused).toMatchObject({ status: 409, body: { code: 'other-content' } });
    expect((await desk(giulia)).approvals).toEqual([]);
    expect((await answer(at, yes(at))).status).toBe(200);
  });

  test('given a hundred times at once is one record', async () => {
    const at = await atTheClient();
    const answers = await Promise.all(Array.from({ length: 100 }, () => answer(at, yes(at))));
    expect(new Set(answers.map(each => JSON.stringify(each.body))).size).toBe(1);
    expect((await desk(marta)).approvals).toHaveLength(1);
  });

  test.each([
    ['another name', 422, 'name-differs', { typedName: 'Marta Villa' }],
    ['another sentence', 409, 'other-statement', { statement: 'I, nobody, approve.' }],
  ])('under %s is refused', async (_what, status, code, more) => {
    const at = await atTheClient();
    expect(await answer(at, yes(at, more))).toMatchObject({ status, body: { code } });
  });

  test('belongs to the client’s approvers: everybody else is refused', async () => {
    const at = await atTheClient();
    for (const who of [marta, ivo, paolo]) expect((await answer(at, yes(at), who)).status).toBe(403);
  });

  test('asking for changes needs words, closes the round, and lets a new version go out', async () => {
    const at = await atTheClient();
    const changes = { decision: 'changes', contentHash: at.contentHash, language: 'en' };
    expect((await answer(at, { ...changes, reason: '  ' })).status).toBe(400);
    expect((await answer(at, { ...changes, reason: 'The gain share must follow our target.' })).status).toBe(200);
    expect(await put(at.version)).toMatchObject({ status: 409, body: { code: 'version-answered' } });
    expect((await put(await freeze('with the target'))).status).toBe(200);
  });

  test('can be taken away as one file that names its content', async () => {
    const at = await atTheClient();
    const kept = ApprovalLine.parse((await answer(at, yes(at))).body);
    const file = await ask(giulia, 'GET', `/approvals/${kept.id}/file`);
    const { approval, content, schema } = file.body as { approval: { contentHash: string }; content: unknown; schema: string };
    expect(schema).toBe('insieme/approval/1');
    expect(hashOf(content).hash).toBe(approval.contentHash);
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="insieme-approval-1.json"');
  });

  test('is told to both sides by letter, the one who gave it too', async () => {
    const at = await atTheClient();
    await answer(at, yes(at));
    const told = app.outbox.letters().filter(each => each.subject.includes('approved version 1')).map(each => each.to);
    expect(told).toEqual(expect.arrayContaining([marta.person.email, giulia.person.email]));
  });
});

describe('the living text', () => {
  test('has the approved fingerprint until one letter changes, and again when it is put back', async () => {
    const at = await atTheClient();
    expect((await desk(giulia)).livingHash).toBe(at.version.contentHash);
    const room = roomIdOf(table.project.id, 'shared');
    await write('One letter more.');
    expect((await desk(giulia)).livingHash).not.toBe(at.version.contentHash);
    await app.parts.documents.edit(room, paolo.member.id, doc => proposalRoot(doc).delete(0, 2));
    expect((await desk(giulia)).livingHash).toBe(at.version.contentHash);
  });
});

/** A page on the news line that counts what it hears of approvals. */
async function listen(who: Seated) {
  const socket = io(app.url, { path: NEWS_PATH, transports: ['websocket'], extraHeaders: { cookie: who.browser.cookie, origin: app.url } });
  let count = 0;
  let wake = (): void => undefined;
  socket.on('approval:changed', () => {
    count += 1;
    wake();
  });
  await socket.timeout(5_000).emitWithAck('project:follow', { projectId: table.project.id });
  return {
    count: () => count,
    async heard(times: number) {
      while (count < times) await new Promise<void>(resolve => { wake = resolve; });
    },
    close: () => socket.close(),
  };
}
