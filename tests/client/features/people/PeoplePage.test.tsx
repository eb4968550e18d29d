/** Who sits at the table, at a real server: inviting, changing and ending places. */
import { screen, within } from '@testing-library/react';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ProjectView } from '../../../../shared/projects.ts';
import { PeoplePage } from '../../../../client/features/people/PeoplePage.tsx';
import type { Browser } from '../../../support/browse.ts';
import { draw, hand } from '../../../support/draw.tsx';
import { type House, openHouse } from '../../../support/house.ts';

let house: House;
let project: ProjectView;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  project = await house.startProject();
});

/** The project as this person sees it. */
const seenBy = async (browser: Browser): Promise<ProjectView> => ProjectView.parse((await browser.ask('GET', `/api/projects/${project.id}`)).body);
const drawFor = async (browser: Browser, language: 'en' | 'it' = 'en') => draw(<PeoplePage project={await seenBy(browser)} />, { asks: browser, language });

describe('the people of a project', () => {
  test('stand by side, with their role and whether they approve', async () => {
    const giulia = await house.seat(project, `Giulia Neri ${project.id.slice(-4)}`, { side: 'client', role: 'commenter', approver: true });
    await drawFor(giulia, 'it');
    const client = await screen.findByRole('table', { name: /Cliente/ });
    const row = within(client).getByRole('row', { name: /Giulia Neri/ });
    expect(within(row).getByText('Chi commenta')).toBeVisible();
    expect(within(row).getByText('Approva')).toBeVisible();
    expect(within(await screen.findByRole('table', { name: /^Venditore/ })).getByText('Chi conduce')).toBeVisible();
  });

  test('are invited by a link that is shown once', async () => {
    await drawFor(house.marta);
    await hand.click(await screen.findByRole('button', { name: 'Invite somebody' }));
    const dialog = await screen.findByRole('dialog', { name: 'Whom do you invite?' });
    await hand.click(within(dialog).getByRole('checkbox', { name: 'May approve versions for the client' }));
    await hand.click(within(dialog).getByRole('button', { name: 'Make the invitation' }));
    const link = await within(dialog).findByLabelText('Link of the invitation');
    expect((link as HTMLInputElement).value).toMatch(/\/join#[\w-]{43}$/);
    await hand.click(within(dialog).getByRole('button', { name: 'Done' }));
    expect(await screen.findByRole('heading', { name: 'Open invitations' })).toBeVisible();
    expect(screen.getByText(/Client, draws and writes and approves/)).toBeVisible();
  });

  test('of the client’s side invite to their own side, and to no role above their own', async () => {
    const paolo = await house.seat(project, `Paolo Ferri ${project.id.slice(-4)}`, { side: 'client', role: 'editor' });
    await drawFor(paolo);
    await hand.click(await screen.findByRole('button', { name: 'Invite somebody' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).queryByRole('radiogroup', { name: 'Side' })).toBeNull();
    expect(within(dialog).queryByRole('checkbox')).toBeNull();
    expect(within(within(dialog).getByLabelText('To do what')).getAllByRole('option').map(option => option.textContent)).toEqual(['Draw and write', 'Read and comment', 'Read']);
  });

  test('who only read or comment cannot invite', async () => {
    const lia = await house.seat(project, `Lia Conti ${project.id.slice(-4)}`, { side: 'internal', role: 'viewer' });
    await drawFor(lia);
    expect(await screen.findByRole('table', { name: /^Seller Nodo/ })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Invite somebody' })).toBeNull();
  });

  test('lose their place only after a question that names what follows', async () => {
    const name = `Ivo Serra ${project.id.slice(-4)}`;
    const ivo = await house.seat(project, name, { side: 'internal', role: 'editor' });
    await drawFor(house.marta);
    await hand.click(await screen.findByRole('button', { name: `More about ${name}` }));
    await hand.click(await screen.findByRole('menuitem', { name: 'Remove from the project' }));
    const dialog = await screen.findByRole('dialog', { name: 'Remove Ivo from this project?' });
    expect(dialog).toHaveTextContent('Ivo loses the table at once, also where it is open just now. What Ivo wrote stays, with the name.');
    await hand.click(within(dialog).getByRole('button', { name: 'Remove Ivo' }));
    expect(await screen.findByText(`Formerly here: ${name}.`)).toBeVisible();
    expect((await ivo.ask('GET', `/api/projects/${project.id}`)).status).toBe(404);
  });

  test('keep a host: the last one is told why they cannot step down', async () => {
    await drawFor(house.marta);
    await hand.selectOptions(await screen.findByLabelText('Role of Marta Villa'), 'editor');
    expect(await screen.findByRole('alert')).toHaveTextContent('Somebody must lead this project. Make a colleague host first.');
    expect(screen.getByLabelText('Role of Marta Villa')).toHaveValue('host');
  });

  test('see an open invitation withdrawn when asked twice', async () => {
    await house.invite(project, { side: 'client', role: 'viewer' });
    await drawFor(house.marta);
    await hand.click(await screen.findByRole('button', { name: 'Withdraw the invitation for By link' }));
    const dialog = await screen.findByRole('dialog', { name: 'Withdraw this invitation?' });
    await hand.click(within(dialog).getByRole('button', { name: 'Withdraw it' }));
    await expect.poll(() => screen.queryByRole('heading', { name: 'Open invitations' })).toBeNull();
  });
});
