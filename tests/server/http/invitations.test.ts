/** Invitations over http: one link, one use, one place. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { hashToken } from '../../../server/ids.ts';
import { invitations, members, people } from '../../../server/storage/collections.ts';
import { InvitationMade, InvitationList, InvitationWelcome, type Invite } from '../../../shared/invitations.ts';
import { LIMITS } from '../../../shared/limits.ts';
import type { Browser } from '../../support/browse.ts';
import { oneProject, type OneProject, type Seated } from '../../support/oneProject.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

// Crowds of people take their time on a small machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

let one: OneProject;
let [marta, ivo, paolo]: Seated[] = [];
beforeEach(async () => {
  one = await oneProject(app);
  [marta, ivo, paolo] = [await one.seat('marta'), await one.seat('ivo'), await one.seat('paolo')];
});

const ask = (by: Seated, wish: Partial<Record<keyof Invite, unknown>> = {}, headers = {}) =>
  by.browser.ask('POST', `${one.path}/invitations`, { side: 'client', role: 'editor', ...wish }, headers);
const invited = async (by: Seated, wish: Partial<Invite> = {}): Promise<InvitationMade & { token: string }> => {
  const made = InvitationMade.parse((await ask(by, wish)).body);
  return { ...made, token: new URL(made.link).hash.slice(1) };
};
const accept = (browser: Browser, token: string, newcomer?: object) => browser.ask('POST', '/api/invitations/accept', { token, ...(newcomer && { newcomer }) });
const openFor = async (by: Seated) => InvitationList.parse((await by.browser.ask('GET', `${one.path}/invitations`)).body).invitations;
const revoke = (by: Seated, id: string) => by.browser.ask('DELETE', `${one.path}/invitations/${id}`);
const codeOf = (answer: { body: unknown }) => (answer.body as { code: string }).code;
const newcomer = (name: string) => ({ name, email: `${name}.${one.project.id.slice(4, 14).toLowerCase()}@modastile.example`, password: 'ten or more characters', language: 'it' });
const placeOf = (personId: string) => app.store.getUnique(members, 'byPerson', [one.project.id, personId]);

describe('inviting', () => {
  test('answers a link whose token stands in its fragment, and keeps only its hash', async () => {
    const { link, token, ...made } = await invited(marta!);
    expect(link).toBe(`${app.url}/join#${token}`);
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const kept = await app.store.get(invitations, made.id);
    expect(kept?.tokenHash).toBe(hashToken(token));
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(app.logged.join('')).not.toContain(token);
  });

  test('sends the link to an address when one is given, in the language of whoever invites', async () => {
    const dario = await one.seat('carla', { role: 'host' });
    await dario.browser.ask('PATCH', '/api/me', { language: 'it' });
    const made = await invited(dario, { email: 'giulia@modastile.example' });
    const letter = app.outbox.letters().find(each => each.to === 'giulia@modastile.example')!;
    expect(made.letter).toBe('sent');
    expect(letter.subject).toContain('ti invita');
    expect(letter.text).toContain(made.link);
    expect((await invited(marta!)).letter).toBe('none');
  });

  test('stands although the letter cannot go out, and says so', async () => {
    const { send } = app.outbox;
    app.outbox.send = () => Promise.reject(new Error('the mail server is away'));
    const made = await invited(marta!, { email: 'lia@nodo.example' });
    app.outbox.send = send;
    expect(made.letter).toBe('failed');
    expect((await openFor(marta!)).map(each => each.id)).toEqual([made.id]);
  });

  test.each([
    ['a host header', { host: 'evil.example' }],
    ['a forwarded host', { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }],
    ['a forwarded line', { forwarded: 'host=evil.example;proto=https' }],
  ])('is not led astray by %s', async (_what, headers) => {
    const answer = await ask(marta!, {}, headers);
    expect(JSON.stringify(answer.body)).not.toContain('evil.example');
  });

  test('is the host’s for every side, and the client’s for its own, up to one’s own role', async () => {
    for (const side of ['seller', 'internal', 'client'] as const) expect((await invited(marta!, { side })).side).toBe(side);
    expect((await invited(paolo!, { role: 'editor' })).side).toBe('client');
    for (const wish of [{ side: 'internal' }, { side: 'seller' }, { role: 'host' }, { approver: true }] as const) {
      expect(codeOf(await ask(paolo!, wish))).toBe('invitation-too-wide');
    }
    expect((await ask(ivo!, { side: 'internal' })).status).toBe(403);
    expect(codeOf(await ask(marta!, { side: 'internal', approver: true }))).toBe('approver-not-client');
  });

  test.each([{ email: { $ne: null } }, { side: ['client'] }, { days: 0 }, { days: 91 }, { days: '14' }, { email: 'a@b\r\nBcc: c@d.e' }])('reads no %j', async wish => {
    expect((await ask(marta!, wish)).status).toBe(400);
  });

  test('is limited within a day, for all of a project together', async () => {
    for (let n = 0; n < LIMITS.invitationsPerDay - 3; n += 1) await invited(marta!);
    const last = await Promise.all(Array.from({ length: 8 }, () => ask(marta!)));
    expect(last.filter(answer => answer.status === 200)).toHaveLength(3);
    expect(codeOf(await ask(paolo!))).toBe('too-many-invitations');
    app.later(24 * 60 * 60 * 1_000 + 1);
    expect((await ask(paolo!)).status).toBe(200);
  });
});

describe('open invitations', () => {
  test('are shown to those who may withdraw them, without token or hash', async () => {
    const [inside, outside] = [await invited(marta!, { side: 'internal' }), await invited(marta!, { approver: true })];
    expect((await openFor(marta!)).map(each => each.id).sort()).toEqual([inside.id, outside.id].sort());
    expect((await openFor(paolo!)).map(each => each.id)).toEqual([outside.id]);
    expect((await ivo!.browser.ask('GET', `${one.path}/invitations`)).status).toBe(403);
    expect(JSON.stringify((await marta!.browser.ask('GET', `${one.path}/invitations`)).body)).not.toMatch(/token|hash/i);
  });

  test('leave the list when they are used, withdrawn or out of date', async () => {
    const [used, withdrawn, old] = [await invited(marta!), await invited(marta!), await invited(marta!, { days: 1 })];
    await accept(app.visitor(), used.token, newcomer('anna'));
    await revoke(marta!, withdrawn.id);
    expect((await openFor(marta!)).map(each => each.id)).toEqual([old.id]);
    app.later(24 * 60 * 60 * 1_000);
    expect(await openFor(marta!)).toEqual([]);
  });

  test('are withdrawn once and for all, by whoever may', async () => {
    const inside = await invited(marta!, { side: 'internal' });
    expect((await revoke(paolo!, inside.id)).status).toBe(404);
    expect([(await revoke(marta!, inside.id)).status, (await revoke(marta!, inside.id)).status]).toEqual([204, 204]);
    expect(codeOf(await accept(app.visitor(), inside.token, newcomer('late')))).toBe('invitation-revoked');
  });

  test('of another project are not there', async () => {
    const other = await oneProject(app);
    const host = await other.seat('marta');
    const { body } = await host.browser.ask('POST', `${other.path}/invitations`, { side: 'client', role: 'editor' });
    expect((await revoke(marta!, InvitationMade.parse(body).id)).status).toBe(404);
    expect((await app.store.get(invitations, InvitationMade.parse(body).id))?.revokedAt).toBeNull();
  });
});

describe('looking at an invitation', () => {
  test('tells what it is for, and uses nothing up', async () => {
    const { token, expiresAt } = await invited(marta!, { role: 'commenter' });
    for (let n = 0; n < 5; n += 1) {
      const { body } = await app.visitor().ask('POST', '/api/invitations/look', { token });
      expect(InvitationWelcome.parse(body)).toEqual({
        projectTitle: 'One customer, one record', hostName: 'Marta Villa', sellerName: 'Nodo Software', clientName: 'Modastile',
        side: 'client', role: 'commenter', approver: false, email: null, expiresAt,
      });
    }
    expect((await accept(app.visitor(), token, newcomer('anna'))).status).toBe(200);
  });

  test('has no address that a mail scanner could open', async () => {
    const { token, link } = await invited(marta!);
    for (const path of [`/join?token=${token}`, '/api/invitations/look', '/api/invitations/accept', `/api/invitations/${token}`]) await app.visitor().ask('GET', path);
    expect(new URL(link).pathname + new URL(link).search).toBe('/join');
    expect((await accept(app.visitor(), token, newcomer('anna'))).status).toBe(200);
  });

  test.each([['a guess', 'A'.repeat(43)], ['an operator', { $ne: null }], ['a list', ['x']], ['a short one', 'x']])('finds nothing under %s', async (_what, token) => {
    const answer = await app.visitor().ask('POST', '/api/invitations/look', { token });
    expect([404, 400]).toContain(answer.status);
    expect((await accept(app.visitor(), token as string, newcomer('guess'))).status).toBe(answer.status);
  });
});

describe('accepting', () => {
  test('makes a newcomer a member who is signed in', async () => {
    const { token } = await invited(marta!, { role: 'commenter', approver: true });
    const anna = app.visitor();
    const { status, body } = await accept(anna, token, newcomer('anna'));
    expect([status, body]).toEqual([200, { projectId: one.project.id }]);
    expect((await anna.ask('GET', one.path)).body).toMatchObject({ me: { side: 'client', role: 'commenter', approver: true } });
    expect((await anna.ask('GET', '/api/me')).body).toMatchObject({ name: 'anna', language: 'it' });
  });

  test('lets a newcomer back in with their password', async () => {
    const { token } = await invited(marta!);
    const who = newcomer('anna');
    await accept(app.visitor(), token, who);
    const another = app.visitor();
    expect((await another.ask('POST', '/api/auth/sign-in/email', { email: who.email, password: who.password })).status).toBe(204);
    expect((await another.ask('GET', one.path)).status).toBe(200);
  });

  test('brings somebody who is signed in under their own name', async () => {
    const person = await app.person(`Bruno ${one.project.id}`);
    const browser = await app.signIn(person);
    const { token } = await invited(marta!, { side: 'internal' });
    expect((await accept(browser, token)).status).toBe(200);
    expect(await placeOf(person.id)).toMatchObject({ side: 'internal', role: 'editor' });
  });

  test('asks a known address to sign in, and uses nothing up', async () => {
    const { token } = await invited(marta!);
    const answer = await accept(app.visitor(), token, { ...newcomer('x'), email: paolo!.person.email.toUpperCase() });
    expect([answer.status, codeOf(answer)]).toEqual([409, 'address-taken']);
    expect(codeOf(await accept(app.visitor(), token))).toBe('signed-out');
    expect((await accept(app.visitor(), token, newcomer('anna'))).status).toBe(200);
  });

  test('of a mailed invitation is for its address alone', async () => {
    const who = newcomer('giulia');
    const { token } = await invited(marta!, { email: who.email });
    expect(codeOf(await accept(app.visitor(), token, newcomer('forwarded')))).toBe('invitation-for-another');
    expect(codeOf(await accept(await app.signIn(await app.person(`Another ${one.project.id}`)), token))).toBe('invitation-for-another');
    expect((await accept(app.visitor(), token, who)).status).toBe(200);
  });

  test('leaves somebody who is in already where they are, and the invitation unused', async () => {
    const { token } = await invited(marta!, { role: 'viewer' });
    expect((await accept(paolo!.browser, token)).body).toEqual({ projectId: one.project.id });
    expect(await placeOf(paolo!.person.id)).toMatchObject({ side: 'client', role: 'editor' });
    expect((await accept(app.visitor(), token, newcomer('anna'))).status).toBe(200);
  });

  test('brings a former member back as the same member, on the side of the invitation', async () => {
    await marta!.browser.ask('DELETE', `${one.path}/members/${paolo!.member.id}`);
    const { token } = await invited(marta!, { role: 'viewer' });
    expect((await accept(paolo!.browser, token)).status).toBe(200);
    expect(await placeOf(paolo!.person.id)).toMatchObject({ id: paolo!.member.id, role: 'viewer', removedAt: null });
    expect((await paolo!.browser.ask('GET', one.path)).status).toBe(200);
  });

  test('says in words what is wrong with an old link, and who can help', async () => {
    const [old, used] = [await invited(marta!, { days: 1 }), await invited(marta!)];
    await accept(app.visitor(), used.token, newcomer('anna'));
    app.later(24 * 60 * 60 * 1_000);
    for (const [invitation, code] of [[old, 'invitation-expired'], [used, 'invitation-used']] as const) {
      const looked = await app.visitor().ask('POST', '/api/invitations/look', { token: invitation.token });
      expect([looked.status, looked.body]).toEqual([410, { code, params: { host: 'Marta Villa' } }]);
      expect(codeOf(await accept(app.visitor(), invitation.token, newcomer('late')))).toBe(code);
    }
  });

  test('has one winner among a hundred who press at once', async () => {
    const { token } = await invited(marta!);
    const hundred = await Promise.all(Array.from({ length: 100 }, async (_, n) => {
      const person = await app.person(`Racer ${n} ${one.project.id}`, { email: `racer${n}.${one.project.id.slice(4, 14).toLowerCase()}@race.example` });
      return { person, browser: await app.signIn(person) };
    }));
    const before = (await app.store.find(members, 'byProject', [one.project.id])).length;
    const answers = await Promise.all(hundred.map(({ browser }) => accept(browser, token)));

    expect(answers.filter(answer => answer.status === 200)).toHaveLength(1);
    expect(answers.filter(answer => answer.status !== 200).every(answer => codeOf(answer) === 'invitation-used')).toBe(true);
    expect(await app.store.find(members, 'byProject', [one.project.id])).toHaveLength(before + 1);
  });

  test('makes one person of a newcomer who presses twenty times', async () => {
    const { token } = await invited(marta!);
    const who = newcomer('eager');
    const answers = await Promise.all(Array.from({ length: 20 }, () => accept(app.visitor(), token, who)));
    expect(answers.filter(answer => answer.status === 200)).toHaveLength(1);
    expect(await app.store.getUnique(people, 'byEmail', [who.email])).toBeDefined();
  });
});

describe('an invitation by somebody who left', () => {
  test('opens nothing any more', async () => {
    const way = await invited(paolo!);
    await marta!.browser.ask('DELETE', `${one.path}/members/${paolo!.member.id}`);
    expect(codeOf(await accept(paolo!.browser, way.token))).toBe('invitation-revoked');
    expect(await openFor(marta!)).toEqual([]);
  });

  test('neither after its maker may no longer give this place', async () => {
    const way = await invited(paolo!);
    await marta!.browser.ask('PATCH', `${one.path}/members/${paolo!.member.id}`, { role: 'viewer' });
    expect(codeOf(await accept(app.visitor(), way.token, newcomer('friend')))).toBe('invitation-revoked');
  });
});

test('in public mode links begin with the configured address, whatever the request says', async () => {
  const published = await startApp({ env: { PUBLIC_URL: 'https://insieme.example', SMTP_URL: 'smtp://mail.example:587', SECRET: 'x'.repeat(40) } });
  const there = await oneProject(published);
  const host = await there.seat('marta');
  const { body } = await host.browser.ask('POST', `${there.path}/invitations`, { side: 'client', role: 'editor' }, { 'x-forwarded-host': 'evil.example' });
  expect(InvitationMade.parse(body).link).toMatch(/^https:\/\/insieme\.example\/join#/);
  await published.close();
});
