/** Small parts of the screen: what they say to eyes, ears and hands. */
import { screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { Confirm } from '../../../client/ui/Confirm.tsx';
import { Hash } from '../../../client/ui/Hash.tsx';
import { LanguageSwitch } from '../../../client/ui/LanguageSwitch.tsx';
import { PersonBadge } from '../../../client/ui/PersonBadge.tsx';
import { Refused } from '../../../client/ui/Refused.tsx';
import { StationLine } from '../../../client/ui/StationLine.tsx';
import { takeFragment } from '../../../client/ui/takeFragment.ts';
import { setLanguage } from '../../../client/ui/text.ts';
import { undoToast } from '../../../client/ui/undoToast.tsx';
import { Refusal } from '../../../shared/refusals.ts';
import { draw, hand, openFragment } from '../../support/draw.tsx';

describe('a person’s badge', () => {
  test('is silent beside a name, and says the name where none stands', () => {
    const { container } = draw(<><PersonBadge name="Marta Villa" side="seller" /><PersonBadge name="Dr. Carlo Mei" side="client" named /></>);
    expect(container).toHaveTextContent('MVCM');
    expect(screen.getByRole('img', { name: 'Dr. Carlo Mei' })).toBeInTheDocument();
  });
});

describe('the language switch', () => {
  test('names each language in its own words and sets the language of the page', async () => {
    draw(<LanguageSwitch onChange={setLanguage} />);
    expect(screen.getByRole('button', { name: 'EN, English' })).toHaveAttribute('aria-pressed', 'true');
    await hand.click(screen.getByRole('button', { name: 'IT, Italiano' }));
    expect(document.documentElement.lang).toBe('it');
    expect(screen.getByRole('group', { name: 'Lingua' })).toBeInTheDocument();
  });
});

describe('a confirmation', () => {
  test('asks in its title, repeats the verb on the button, and begins on the safe side', async () => {
    const remove = vi.fn();
    draw(<Confirm opened question="Remove Paolo from this project?" verb="Remove Paolo" onConfirm={remove} onClose={() => undefined}>What follows.</Confirm>);
    const dialog = await screen.findByRole('dialog', { name: 'Remove Paolo from this project?' });
    await expect.poll(() => within(dialog).getByRole('button', { name: 'Not now' })).toHaveFocus();
    await hand.click(within(dialog).getByRole('button', { name: 'Remove Paolo' }));
    expect(remove).toHaveBeenCalledOnce();
  });
});

describe('an undo', () => {
  test('says what was done and takes it back once', async () => {
    const undo = vi.fn();
    draw(<p>page</p>, { language: 'it' });
    undoToast('Messo da parte.', undo);
    await hand.click(await screen.findByRole('button', { name: 'Annulla' }));
    expect(undo).toHaveBeenCalledOnce();
  });
});

describe('a refused request', () => {
  test('is said in the reader’s language, with its parameters filled in', () => {
    draw(<Refused error={new Refusal('invitation-expired', { host: 'Marta' })} />, { language: 'it' });
    expect(screen.getByRole('alert')).toHaveTextContent('L’invito è scaduto. Marta può mandartene un altro.');
  });

  test('that is a fault of ours says so and leaks nothing', () => {
    draw(<Refused error={new Error('TypeError: cannot read x of undefined')} />);
    expect(screen.getByRole('alert')).toHaveTextContent('Something went wrong on our side.');
  });
});

describe('the stations of a line', () => {
  const stations = ['Listen', 'Draw', 'Write'].map(label => ({ id: label, label }));

  test('mark the present one for ears too', () => {
    draw(<StationLine stations={stations} at={1} label="How far we are" />);
    expect(within(screen.getByRole('list', { name: 'How far we are' })).getAllByRole('listitem')[1]).toHaveAttribute('aria-current', 'step');
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('can be gone to where that is allowed, the present one excepted', async () => {
    const go = vi.fn();
    draw(<StationLine stations={stations} at={1} label="How far we are" onGo={go} goLabel={name => `Move to ${name}`} />);
    expect(screen.getAllByRole('button')).toHaveLength(2);
    await hand.click(screen.getByRole('button', { name: 'Move to Write' }));
    expect(go).toHaveBeenCalledWith(2);
  });
});

describe('a fingerprint', () => {
  test('stands in groups of eight', () => {
    const value = '98aa17f8a658d70603e191857ef79265714c279a64f31cb98cc338b455caaafc';
    const { container } = draw(<Hash value={value} />);
    expect([...container.querySelectorAll('code span')].map(group => group.textContent)).toHaveLength(8);
    expect(container.querySelector('code')?.textContent).toBe(value);
  });
});

describe('a secret behind #', () => {
  test('is taken out of the address, and given again to a page that draws twice', () => {
    openFragment('/join', 'a-secret');
    expect([takeFragment(), window.location.hash, takeFragment()]).toEqual(['a-secret', '', 'a-secret']);
  });

  test('is not given to another page', () => {
    openFragment('/join', 'a-secret');
    takeFragment();
    window.history.replaceState(null, '', '/set-up');
    expect(takeFragment()).toBe('');
  });
});
