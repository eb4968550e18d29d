/** The list of projects and starting one, at a real server. */
import { screen, waitForElementToBeRemoved, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SignedIn } from '../../../../client/app/SignedIn.tsx';
import { ProjectsPage } from '../../../../client/features/projects/ProjectsPage.tsx';
import { StartProjectPage } from '../../../../client/features/projects/StartProjectPage.tsx';
import { draw, hand } from '../../../support/draw.tsx';
import { type House, openHouse } from '../../../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const pages = (
  <SignedIn>
    <Routes>
      <Route path="/" element={<ProjectsPage />} />
      <Route path="/start" element={<StartProjectPage />} />
      <Route path="/projects/:projectId" element={<p>At the table</p>} />
    </Routes>
  </SignedIn>
);

describe('projects', () => {
  test('begin with one sentence, one action and one example', async () => {
    draw(pages, { asks: house.marta });
    expect(await screen.findByText(/the projects that you draw up together with a client/)).toBeVisible();
    expect(screen.getAllByRole('link', { name: 'Start a project' })[0]).toHaveAttribute('href', '/start');
    expect(screen.getByText(/For example:/)).toBeVisible();
  });

  test('are started from an outcome, in the client’s words', async () => {
    const page = draw(pages, { asks: house.marta, at: '/start' });
    await hand.click(await screen.findByRole('radio', { name: /Mobility/ }));
    await hand.type(screen.getByLabelText('Its title, in the client’s words'), 'Arriving, not owning');
    await hand.type(screen.getByLabelText('The client’s firm'), 'Il Ponte');
    await hand.selectOptions(screen.getByLabelText('Language of the table'), 'it');
    await hand.click(screen.getByRole('button', { name: 'Start the project' }));
    expect(await screen.findByText('At the table')).toBeVisible();
    const { body } = await house.marta.ask('GET', `/api${page.address()}`);
    expect(body).toMatchObject({ title: 'Arriving, not owning', clientName: 'Il Ponte', template: 'mobility', language: 'it', currency: 'EUR' });
  });

  test('are not started without a title, and the field says so', async () => {
    draw(pages, { asks: house.marta, at: '/start', language: 'it' });
    await hand.click(await screen.findByRole('button', { name: 'Inizia il progetto' }));
    expect(screen.getByLabelText('Il titolo, con le parole del cliente')).toBeInvalid();
    expect(screen.getByLabelText('Il titolo, con le parole del cliente')).toHaveFocus();
  });

  test('are found by their title', async () => {
    await house.startProject('Returns without a queue');
    draw(pages, { asks: house.marta });
    expect(await screen.findByRole('link', { name: 'Arriving, not owning' })).toBeVisible();
    await hand.type(screen.getByRole('searchbox', { name: 'Search projects' }), 'queue');
    await waitForElementToBeRemoved(screen.getByRole('link', { name: 'Arriving, not owning' }));
    expect(screen.getByRole('link', { name: 'Returns without a queue' })).toBeVisible();
  });

  test('are put aside at once, and taken back with one press', async () => {
    await house.startProject('Shop windows');
    draw(pages, { asks: house.marta });
    await hand.click(await screen.findByRole('button', { name: 'More about Shop windows' }));
    await hand.click(await screen.findByRole('menuitem', { name: 'Put aside' }));
    expect(await screen.findByText('“Shop windows” has been put aside.')).toBeVisible();
    await expect.poll(() => screen.queryByRole('link', { name: 'Shop windows' })).toBeNull();
    await hand.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('link', { name: 'Shop windows' })).toBeVisible();
  });

  test('can be put aside by their host alone', async () => {
    const project = await house.startProject('For Paolo too');
    const paolo = await house.seat(project, 'Paolo Ferri', { side: 'client', role: 'editor' });
    draw(pages, { asks: paolo });
    const row = (await screen.findByRole('link', { name: 'For Paolo too' })).closest('li')!;
    expect(within(row).queryByRole('button')).toBeNull();
    expect(screen.queryByRole('link', { name: 'Start a project' })).toBeNull();
  });
});
