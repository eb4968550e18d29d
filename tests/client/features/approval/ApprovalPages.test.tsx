/** The pages of approval, at a real server: answering, a word altered on the way, and what the other side never sees. */
import { screen, within, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MemberList, type MemberView } from '../../../../shared/members.ts';
import { ProjectView } from '../../../../shared/projects.ts';
import { ApprovalDesk, VersionView } from '../../../../shared/versions.ts';
import { ApprovalPages } from '../../../../client/features/approval/ApprovalPages.tsx';
import { meQuery } from '../../../../client/api/me.ts';
import { Me } from '../../../../shared/people.ts';
import { type Answer, Browser } from '../../../support/browse.ts';
import { draw, hand } from '../../../support/draw.tsx';
import { type House, openHouse } from '../../../support/house.ts';

let house: House;
let project: ProjectView;
let giulia: Browser;
let draft: VersionView;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  project = await house.startProject();
  giulia = await house.seat(project, `Giulia Neri ${project.id.slice(-5)}`, { side: 'client', role: 'commenter', approver: true });
  draft = VersionView.parse((await house.marta.ask('POST', api('/versions'), { name: 'ZEBRA-7 after the call' })).body);
});

const api = (path: string) => `/api/projects/${project.id}${path}`;
const get = async (who: Browser, path: string) => (await who.ask('GET', path)).body;
const members = async (): Promise<readonly MemberView[]> => MemberList.parse(await get(house.marta, api('/members'))).members;

async function put(): Promise<void> {
  const approver = (await members()).find(member => member.approver)!;
  await house.marta.ask('POST', api(`/versions/${draft.id}/rounds`), { approvers: [approver.id], message: 'Please read it twice.' });
}

async function open(who: Browser, place = '', language: 'en' | 'it' = 'en') {
  const [mine, me] = [ProjectView.parse(await get(who, api(''))), Me.parse(await get(who, '/api/me'))];
  const pages = <ApprovalPages project={mine} members={await members()} />;
  const at = `/projects/${project.id}/approval`;
  return draw(<Routes><Route path="/projects/:projectId/approval/*" element={pages} /></Routes>, { asks: who, language, at: at + place, known: [[meQuery.queryKey, me]] });
}

/** Somebody between server and page who changes what passes. */
class Altered extends Browser {
  constructor(readonly of: Browser, readonly alter: (content: string) => string) {
    super(of.url, of.origin);
  }

  override async ask(method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await this.of.ask(method, path, body);
    return path.endsWith('/content') ? { ...answer, body: JSON.parse(this.alter(JSON.stringify(answer.body))) as unknown } : answer;
  }
}

describe('an approver', () => {
  test('answers under their own name, from an empty field, and reads the receipt', async () => {
    await put();
    const page = await open(giulia);
    const name = await screen.findByLabelText('Type your name to approve');
    expect(name).toHaveValue('');
    expect(screen.getByText('Same on your screen and on the server')).toBeVisible();
    expect(screen.getByText('Please read it twice.')).toBeVisible();
    await waitFor(() => { expect(screen.getByRole('button', { name: 'Approve version 1' })).toBeEnabled(); });
    await hand.type(name, 'Marta Villa');
    await hand.click(screen.getByRole('button', { name: 'Approve version 1' }));
    expect(name).toHaveAccessibleDescription(/Type your name as it stands here: Giulia Neri/);
    expect(name).toBeInvalid();
    await hand.clear(name);
    await hand.type(name, Me.parse(await get(giulia, '/api/me')).name.toUpperCase());
    await hand.click(screen.getByRole('button', { name: 'Approve version 1' }));
    expect(await screen.findByText('Receipt of approval')).toBeVisible();
    expect(page.address()).toMatch(/\/approval\/receipts\/apr_/);
    expect(await screen.findByText('Matches the frozen copy')).toBeVisible();
  });

  test('reads in their own sentence which doubt nobody has answered, and approves with it', async () => {
    await put();
    const doubt = { id: `dbt_${'d'.repeat(22)}`, scenarioId: null, words: 'Is this the project you need?', costsUs: 'The larger price.', evidence: '' };
    expect((await house.marta.ask('POST', api('/doubts'), doubt)).status).toBe(200);
    const page = await open(giulia);
    expect(await screen.findByText(/approve version 1 of .* One doubt is still open: “Is this the project you need\?”$/)).toBeVisible();
    await hand.type(screen.getByLabelText('Type your name to approve'), Me.parse(await get(giulia, '/api/me')).name);
    await hand.click(screen.getByRole('button', { name: 'Approve version 1' }));
    expect(await screen.findByText('Receipt of approval')).toBeVisible();
    expect(screen.getByText(/One doubt is still open: “Is this the project you need\?”/)).toBeVisible();
    expect(page.address()).toMatch(/\/approval\/receipts\/apr_/);
  });

  test('is told when the screen and the server differ, and can answer nothing then', async () => {
    await put();
    await open(new Altered(giulia, content => content.replace('Modastile S.p.A.', 'Modastile S.r.l.')));
    expect(await screen.findByText('Your screen and the server differ')).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent('Do not approve it.');
    for (const name of ['Approve version 1', 'Ask for changes', 'Decline']) expect(screen.getByRole('button', { name })).toBeDisabled();
  });

  test('is refused by the server when the page was made to lie about what it drew', async () => {
    await put();
    const kept = ApprovalDesk.parse(await get(giulia, api('/approval'))).rounds[0]!;
    const answer = await giulia.ask('POST', api(`/rounds/${kept.id}/approvals`), { decision: 'changes', reason: 'Why', contentHash: 'f'.repeat(64), language: 'en' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'other-content' } });
  });

  test('gives a reason for every no, in Italian too', async () => {
    await put();
    await open(giulia, '', 'it');
    await hand.click(await screen.findByRole('button', { name: 'Non approvo' }));
    const why = screen.getByLabelText('Perché non approvi?');
    await hand.click(screen.getByRole('button', { name: 'Non approvo la versione 1' }));
    expect(why).toHaveAccessibleDescription(/Spiega perché, in poche parole/);
    await hand.type(why, 'Il prezzo non torna.');
    await hand.click(screen.getByRole('button', { name: 'Non approvo la versione 1' }));
    expect(await screen.findByText('Ricevuta di una mancata approvazione')).toBeVisible();
    expect(screen.getByText('Il prezzo non torna.')).toBeVisible();
  });
});

describe('a draft', () => {
  test('is put to the client by its host, with the people who may approve', async () => {
    await open(house.marta);
    await hand.click(await screen.findByRole('button', { name: 'Put to Modastile' }));
    const dialog = await screen.findByRole('dialog', { name: /ZEBRA-7/ });
    expect(within(dialog).getByRole('checkbox', { name: /Giulia Neri/ })).toBeChecked();
    await hand.click(within(dialog).getByRole('button', { name: 'Put to Modastile' }));
    expect(await screen.findByRole('heading', { name: 'Version 1 is with Modastile' })).toBeVisible();
  });

  test('is nothing to the client: an empty desk, and the same page as for what never was', async () => {
    await open(giulia);
    expect(await screen.findByText(/When Nodo Software puts a version to you/)).toBeVisible();
    expect(document.body).not.toHaveTextContent('ZEBRA');
    document.body.innerHTML = '';
    await open(giulia, `/versions/${draft.id}`);
    expect(await screen.findByRole('link', { name: 'All versions' })).toBeVisible();
    expect(document.body).not.toHaveTextContent('ZEBRA');
  });

  test('needs a name of its own', async () => {
    await open(house.marta);
    await hand.click(await screen.findByRole('button', { name: 'Freeze' }));
    expect(screen.getByLabelText('Name of the draft')).toHaveAccessibleDescription(/Give it a name/);
  });
});
