/** Following an invitation, at a real server: as somebody new, as somebody known, and too late. */
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProjectView } from '../../../../shared/projects.ts';
import { JoinPage } from '../../../../client/features/invitations/JoinPage.tsx';
import type { Browser } from '../../../support/browse.ts';
import { draw, hand, openFragment } from '../../../support/draw.tsx';
import { emailOf, type House, openHouse, PASSWORD } from '../../../support/house.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

let house: House;
let project: ProjectView;
beforeAll(async () => {
  house = await openHouse();
  project = await house.startProject();
});
afterAll(() => house.close());

function follow(token: string, asks: Browser, language: 'en' | 'it' = 'en') {
  openFragment('/join', token);
  return draw(
    <Routes>
      <Route path="/join" element={<JoinPage corner={null} />} />
      <Route path="/projects/:projectId" element={<p>At the table</p>} />
    </Routes>,
    { at: '/join', asks, language },
  );
}

describe('an invitation', () => {
  test('says to what, by whom and as whom, and takes its secret out of the address', async () => {
    follow(await house.invite(project, { side: 'client', role: 'editor', approver: true }), house.visitor());
    expect(await screen.findByRole('heading', { level: 1, name: 'Marta Villa invites you to the table' })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'One customer, one record' })).toBeVisible();
    expect(screen.getByText('You sit on Modastile’s side: draws and writes and approves.')).toBeVisible();
    expect(window.location.hash).toBe('');
  });

  test('seats somebody new with a name, an address and a password', async () => {
    const page = follow(await house.invite(project, { side: 'client', role: 'editor' }), house.visitor(), 'it');
    await hand.type(await screen.findByLabelText('Il tuo nome'), 'Paolo Ferri');
    await hand.type(screen.getByLabelText('La tua e-mail'), 'paolo@modastile.example');
    await hand.type(screen.getByLabelText('Scegli una password'), PASSWORD);
    await hand.click(screen.getByRole('button', { name: 'Prendi posto' }));
    expect(await screen.findByText('At the table')).toBeVisible();
    expect(page.address()).toBe(`/projects/${project.id}`);
  });

  test('asks for a longer password before it asks the server', async () => {
    follow(await house.invite(project, { side: 'client', role: 'editor' }), house.visitor());
    await hand.type(await screen.findByLabelText('Your name'), 'Paolo Ferri');
    await hand.type(screen.getByLabelText('Your e-mail'), 'paolo.two@modastile.example');
    await hand.type(screen.getByLabelText('Choose a password'), 'short');
    await hand.click(screen.getByRole('button', { name: 'Take my seat' }));
    expect(screen.getByText('A little longer: at least 10 characters')).toBeVisible();
  });

  test('lets somebody known sign in first, and then join as themselves', async () => {
    await house.seat(await house.startProject('Another table'), 'Giulia Neri', { side: 'client' });
    follow(await house.invite(project, { side: 'client', role: 'commenter' }), house.visitor());
    await hand.click(await screen.findByRole('button', { name: 'I have an account' }));
    await hand.type(screen.getByLabelText('Your e-mail'), emailOf('Giulia Neri'));
    await hand.type(screen.getByLabelText('Your password'), PASSWORD);
    await hand.click(screen.getByRole('button', { name: 'Sign in' }));
    await hand.click(await screen.findByRole('button', { name: 'Join as Giulia Neri' }));
    expect(await screen.findByText('At the table')).toBeVisible();
  });

  test('that has been used says who can send another, on a page without a form', async () => {
    const token = await house.invite(project, { side: 'internal', role: 'viewer' });
    await house.visitor().ask('POST', '/api/invitations/accept', { token, newcomer: { name: 'Lia Conti', email: 'lia@nodo.example', password: PASSWORD, language: 'en' } });
    follow(token, house.visitor());
    expect(await screen.findByText(/^The invitation has been used already; each works once\. Marta.* can send you a new one\.$/)).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  test('whose link was cut says so', () => {
    follow('abc', house.visitor(), 'it');
    expect(screen.getByRole('heading', { level: 1, name: 'Questo invito non apre più nulla' })).toBeVisible();
    expect(screen.getByText(/Il link non è intero/)).toBeVisible();
  });

  // Last: the clock of this house does not come back.
  test('that has expired says so in the reader’s language', async () => {
    const token = await house.invite(project, { side: 'client', role: 'editor', days: 1 });
    await house.later(2 * DAY_MS);
    follow(token, house.visitor(), 'it');
    expect(await screen.findByText(/^L’invito è scaduto\. Marta.* può mandartene un altro\.$/)).toBeVisible();
  });
});
