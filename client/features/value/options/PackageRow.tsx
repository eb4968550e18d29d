/** One package: switched on or off in the scenario, what it costs each side, what it adds to drivers, what comes of it. */
import { Switch } from '@mantine/core';
import { Pencil } from 'lucide-react';
import { useId, useState } from 'react';
import { linkedKey } from '../../../../shared/value/keys.ts';
import type { Model, Option, Scenario, SideOfValue } from '../../../../shared/value/model.ts';
import { SideGlyph } from '../../../ui/SideGlyph.tsx';
import { useText } from '../../../ui/text.ts';
import { useFigures } from '../useFigures.ts';
import { useSides } from '../useSides.ts';
import { useMayWrite, useTable } from '../ValueContext.tsx';
import { effectOf, type PackageEffect } from './effect.ts';
import styles from './options.module.css';
import { PackageForm } from './PackageForm.tsx';
import { WORDS } from './words.ts';

interface Props {
  option: Option;
  model: Model;
  /** None while the model has no scenario. */
  scenario: Scenario | undefined;
}

export function PackageRow({ option, model, scenario }: Props) {
  const say = useText(WORDS);
  const { desk } = useTable();
  const mayWrite = useMayWrite();
  const [open, setOpen] = useState(false);
  const formId = useId();
  const name = option.label || say('unnamed');
  const on = scenario?.options[option.id] === true;
  return (
    <li className={styles.package}>
      <Switch
        className={styles.switch} checked={on} disabled={!mayWrite || !scenario} aria-label={say('switch', { name, scenario: scenario?.code || scenario?.name || '' })}
        onChange={event => { if (scenario) desk.write([[linkedKey(scenario.id, 'option', option.id), event.currentTarget.checked]]); }}
      />
      <div>
        <p className={styles.name}>{name}</p>
        <span className={`${styles.small} ${styles.quiet}`}>{say(option.about)}</span>
        <Effects option={option} model={model} />
      </div>
      <Prices option={option} />
      {scenario ? <Result effect={effectOf(model, scenario, option)} /> : <span />}
      {mayWrite && (
        <button type="button" className={styles.change} aria-expanded={open} aria-controls={formId} aria-label={say('change', { name })} title={say('change', { name })} onClick={() => { setOpen(!open); }}>
          <Pencil size={16} strokeWidth={1.75} aria-hidden />
        </button>
      )}
      {open && <PackageForm id={formId} option={option} model={model} onDone={() => { setOpen(false); }} />}
    </li>
  );
}

/** What it adds to the improvement of each driver, in points. */
function Effects({ option, model }: Pick<Props, 'option' | 'model'>) {
  const say = useText(WORDS);
  const { number } = useFigures();
  const effects = model.drivers.filter(({ id }) => (option.effects[id] ?? 0) !== 0);
  if (effects.length === 0) return <span className={`${styles.small} ${styles.quiet}`}>{say('noEffect')}</span>;
  return (
    <ul className={styles.chips}>
      {effects.map(({ id, code, label }) => {
        const points = (option.effects[id] ?? 0) * 100;
        return <li key={id} className={styles.chip} title={label}>{say('effect', { code: code || label, change: `${points > 0 ? '+' : ''}${number(points, 2)}` })}</li>;
      })}
    </ul>
  );
}

function Prices({ option }: Pick<Props, 'option'>) {
  const say = useText(WORDS);
  const sides = useSides();
  const amounts = useAmounts();
  const own = (side: SideOfValue): string => amounts(side === 'client' ? option.clientOneOff : option.sellerOneOff, side === 'client' ? option.clientYearly : option.sellerYearly);
  return (
    <div className={styles.prices}>
      <span className={styles.small}>{say('pays', sides)}: {amounts(option.upfront, option.yearly)}</span>
      {(['seller', 'client'] as const).map(side => (
        <span key={side} className={`${styles.small} ${styles.withGlyph}`}><SideGlyph side={side} size={10} />{sides[side]}, {say('ownCosts').toLowerCase()}: {own(side)}</span>
      ))}
    </div>
  );
}

/** "€4,000 once, €6,000 a year"; "nothing". */
function useAmounts(): (once: number | null, yearly: number | null) => string {
  const say = useText(WORDS);
  const { money } = useFigures();
  return (once, yearly) => {
    const parts = [...(once ? [say('once', { amount: money(once) })] : []), ...(yearly ? [say('yearly', { amount: money(yearly) })] : [])];
    return parts.length === 0 ? say('nothing') : parts.join(', ');
  };
}

/** With its sign: what the package changes, or would. */
function Result({ effect }: { effect: PackageEffect }) {
  const say = useText(WORDS);
  const { money } = useFigures();
  const sides = useSides();
  const signed = (amount: number): string => `${amount >= 0.5 ? '+' : ''}${money(amount)}`;
  return (
    <div className={`${styles.effect} ${effect.on ? '' : styles.would}`}>
      <span className={`${styles.small} ${styles.quiet}`}>{say(effect.on ? 'does' : 'would')}</span>
      <span className={`${styles.effectFigure} ${effect.together < -0.5 ? styles.negative : ''}`}>{say('together', { amount: signed(effect.together) })}</span>
      <span className={styles.small}>{say('side', { firm: sides.seller, amount: signed(effect.seller) })}</span>
      <span className={styles.small}>{say('side', { firm: sides.client, amount: signed(effect.client) })}</span>
    </div>
  );
}
