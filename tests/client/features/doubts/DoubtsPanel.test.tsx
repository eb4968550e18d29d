/** Doubts on a scenario with a real server behind the page: raised with their cost, answered by the other side, closed, branched. */
import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DoubtsPanel } from '../../../../client/features/doubts/DoubtsPanel.tsx';
import { DoubtStrip } from '../../../../client/features/doubts/DoubtStrip.tsx';
import { OpenDoubts } from '../../../../client/features/doubts/OpenDoubts.tsx';
import { type Doubt, DoubtList } from '../../../../shared/doubts.ts';
import { MemberList, type MemberView } from '../../../../shared/members.ts';
import { ProjectView } from '../../../../shared/projects.ts';
import type { Browser } from '../../../support/browse.ts';
import { draw, hand } from '../../../support/draw.tsx';
import { type House, openHouse } from '../../../support/house.ts';

const S0 = 'scn_demo-S0-----';
const nameOf = (id: string): string | undefined => ({ [S0]: 'S0', scn_alternative1: 'S3' })[id];

let house: House;
let project: ProjectView;
let paolo: Browser;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  project = await house.startProject();
  paolo = await house.seat(project, `Paolo Ferri ${project.id.slice(-6)}`, { side: 'client', role: 'editor' });
});

const api = (path = ''): string => `/api/projects/${project.id}${path}`;
const mineOf = async (who: Browser): Promise<ProjectView> => ProjectView.parse((await who.ask('GET', api())).body);

async function facts(who: Browser): Promise<{ project: ProjectView; members: readonly MemberView[] }> {
  return { project: await mineOf(who), members: MemberList.parse((await who.ask('GET', api('/members'))).body).members };
}

interface Opening {
  language?: 'en' | 'it';
  drawIt?: () => { id: string; code: string };
}

async function open(who: Browser, { language = 'en', drawIt = () => ({ id: 'scn_alternative1', code: 'S3' }) }: Opening = {}) {
  return draw(<DoubtsPanel {...(await facts(who))} scenarioId={S0} nameOf={nameOf} draw={drawIt} />, { asks: who, language });
}

let raised = 0;
async function raise(who: Browser, more: object = {}): Promise<Doubt> {
  raised += 1;
  const draft = { id: `dbt_${String(raised).padStart(22, '0')}`, scenarioId: S0, words: 'Is this the project you need?', costsUs: 'The larger price.', evidence: 'The ramp', ...more };
  return (await who.ask('POST', api('/doubts'), draft)).body as Doubt;
}
const kept = async (): Promise<Doubt[]> => DoubtList.parse((await house.marta.ask('GET', api('/doubts'))).body).doubts;

describe('a doubt', () => {
  test('is raised in one’s own words, and asks what it costs one’s own side', async () => {
    await open(house.marta);
    expect(await screen.findByText(/^Nobody doubts this scenario/)).toBeVisible();
    await hand.click(screen.getByRole('button', { name: 'Raise an honest doubt' }));
    const dialog = screen.getByRole('dialog', { name: 'Raise an honest doubt about S0' });
    await hand.type(within(dialog).getByLabelText('What do you doubt?'), 'Is the full migration the project you need?');
    await hand.click(within(dialog).getByRole('button', { name: 'Raise this doubt' }));
    const cost = within(dialog).getByLabelText('What does it cost Nodo Software to say so?');
    expect(cost).toBeInvalid();
    await hand.type(cost, 'The larger price.');
    await hand.click(within(dialog).getByRole('button', { name: 'Raise this doubt' }));
    expect(await screen.findByText('“Is the full migration the project you need?”')).toBeVisible();
    expect(screen.getByText('What it costs us').nextElementSibling).toHaveTextContent('The larger price.');
    expect(screen.getByText('Waits for Modastile’s answer')).toBeVisible();
    expect(await kept()).toMatchObject([{ scenarioId: S0, authorId: (await mineOf(house.marta)).me.memberId, costsUs: 'The larger price.' }]);
  });

  test('is worded anew by its author until somebody answers, and shows what it said before', async () => {
    const doubt = await raise(house.marta);
    const page = await open(house.marta);
    await hand.click(await screen.findByRole('button', { name: 'Word it anew' }));
    const words = screen.getByLabelText('What do you doubt?');
    expect(words).toHaveValue('Is this the project you need?');
    await hand.clear(words);
    await hand.type(words, 'Is it too early?');
    await hand.click(screen.getByRole('button', { name: 'Keep these words' }));
    expect(await screen.findByText('“Is it too early?”')).toBeVisible();
    expect(screen.getByText(/^Worded anew on /)).toBeVisible();
    expect(screen.getByText(/“Is this the project you need\?”/)).toBeInTheDocument();
    expect((await kept())[0]).toMatchObject({ words: 'Is it too early?', past: [{ words: 'Is this the project you need?' }] });
    page.unmount();
    await paolo.ask('PUT', `${api()}/doubts/${doubt.id}/answer`, { words: 'It is not.' });
    await open(house.marta);
    expect(await screen.findByText('It is not.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Word it anew' })).toBeNull();
  });

  test('is answered by the other side, in Italian too', async () => {
    await raise(house.marta);
    await open(paolo, { language: 'it' });
    expect(await screen.findByText('Che cosa costa a Nodo Software')).toBeVisible();
    await hand.click(screen.getByRole('button', { name: 'Rispondi' }));
    await hand.type(screen.getByLabelText('La risposta di Modastile'), 'No, guardiamo qualcosa di più piccolo.');
    await hand.click(screen.getByRole('button', { name: 'Rispondi a Marta' }));
    expect(await screen.findByText('Ha una risposta')).toBeVisible();
    expect(screen.getByText('No, guardiamo qualcosa di più piccolo.')).toBeVisible();
    await waitFor(() => { expect(screen.getByRole('button', { name: 'Riscrivi la risposta' })).toHaveFocus(); });
    expect((await kept())[0]?.answer?.by).toBe((await mineOf(paolo)).me.memberId);
  });

  test('offers its own side no answer, and the other side no word but that it holds', async () => {
    await raise(house.marta);
    const page = await open(house.marta);
    await hand.click(await screen.findByRole('button', { name: 'Say what came of it' }));
    for (const name of ['The answer settles it', 'It holds: something has to change', 'I take it back']) expect(screen.getByRole('radio', { name })).not.toBeChecked();
    expect(screen.queryByRole('button', { name: 'Answer' })).toBeNull();
    page.unmount();
    await open(paolo);
    await hand.click(await screen.findByRole('button', { name: 'Say what came of it' }));
    expect(screen.getByRole('radio')).toBe(screen.getByLabelText('It holds: something has to change'));
  });

  test('is closed with what came of it, and lies below the open ones', async () => {
    await raise(house.marta);
    await open(house.marta);
    await hand.click(await screen.findByRole('button', { name: 'Say what came of it' }));
    await hand.click(screen.getByRole('button', { name: 'Close this doubt' }));
    expect(screen.getByRole('radiogroup')).toHaveAccessibleDescription(/Say it in a few words/);
    await hand.click(screen.getByLabelText('It holds: something has to change'));
    await hand.click(screen.getByRole('button', { name: 'Close this doubt' }));
    expect(await screen.findByText('1 closed doubt')).toBeVisible();
    await waitFor(() => { expect(screen.getByRole('region', { name: 'Honest doubts about S0' })).toHaveFocus(); });
    expect((await kept())[0]?.outcome).toMatchObject({ kind: 'holds', by: (await mineOf(house.marta)).me.memberId });
  });

  test('leads to the alternative that was drawn from it', async () => {
    const doubt = await raise(house.marta);
    const drawn: string[] = [];
    await open(house.marta, { drawIt: () => (drawn.push('S3'), { id: 'scn_alternative1', code: 'S3' }) });
    await hand.click(await screen.findByRole('button', { name: 'Draw an alternative' }));
    expect(await screen.findByRole('link', { name: 'S3' })).toHaveAttribute('href', `/projects/${project.id}/value?scenario=scn_alternative1`);
    expect(drawn).toEqual(['S3']);
    await waitFor(async () => { expect((await kept()).find(({ id }) => id === doubt.id)?.alternatives).toEqual(['scn_alternative1']); });
  });

  test('of a reader who may say nothing can only be read', async () => {
    await raise(house.marta);
    await open(await house.seat(project, `Giulia Neri ${project.id.slice(-6)}`, { side: 'client', role: 'viewer' }));
    expect(await screen.findByText('“Is this the project you need?”')).toBeVisible();
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});

describe('above the figures', () => {
  test('stands what is still doubted, without an answer first, and the way to all of it', async () => {
    const answered = await raise(house.marta, { words: 'Will the shops stay open?', scenarioId: null });
    await paolo.ask('PUT', `${api()}/doubts/${answered.id}/answer`, { words: 'Yes.' });
    await raise(house.marta);
    await raise(house.marta, { words: 'Somewhere else', scenarioId: 'scn_alternative1' });
    draw(<DoubtStrip {...(await facts(paolo))} scenarioId={S0} />, { asks: paolo });
    const strip = await screen.findByRole('region', { name: 'Open doubts' });
    expect(strip).toHaveTextContent('“Is this the project you need?”');
    expect(strip).not.toHaveTextContent('Somewhere else');
    expect(within(strip).getByRole('link', { name: 'Answer it first' })).toHaveAttribute('href', `/projects/${project.id}/value?scenario=${S0}#doubts`);
    expect(within(strip).getByRole('link', { name: 'All open doubts (2)' })).toHaveAttribute('href', `/projects/${project.id}/value/doubts`);
  });
});

describe('before an approval', () => {
  test('stand the doubts that nobody has answered, with a way to answer first', async () => {
    await raise(house.marta);
    const answered = await raise(house.marta, { words: 'Will the shops stay open?' });
    await paolo.ask('PUT', `${api()}/doubts/${answered.id}/answer`, { words: 'Yes.' });
    draw(<OpenDoubts {...(await facts(paolo))} nameOf={nameOf} />, { asks: paolo });
    expect(await screen.findByText('1 without an answer')).toBeVisible();
    expect(screen.getByText('“Is this the project you need?”')).toBeVisible();
    expect(screen.queryByText('“Will the shops stay open?”')).toBeNull();
    expect(screen.getByRole('link', { name: 'Answer it first' })).toHaveAttribute('href', `/projects/${project.id}/value?scenario=${S0}#doubts`);
  });

  test('takes no room when every doubt has its answer', async () => {
    const doubt = await raise(house.marta);
    await paolo.ask('PUT', `${api()}/doubts/${doubt.id}/answer`, { words: 'Yes.' });
    draw(<section aria-label="doubts"><OpenDoubts {...(await facts(paolo))} nameOf={nameOf} /></section>, { asks: paolo });
    await waitFor(() => { expect(screen.getByRole('region', { name: 'doubts' })).toBeEmptyDOMElement(); });
  });
});
