/** The cells of a package, each of them live: name, kind, costs, price, and what it adds to each driver. */
import { Button } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { cellKey, linkedKey } from '../../../../shared/value/keys.ts';
import { type Model, type Option, OPTION_FIELDS } from '../../../../shared/value/model.ts';
import { useText } from '../../../ui/text.ts';
import { undoToast } from '../../../ui/undoToast.tsx';
import { CellField } from '../fields/CellField.tsx';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { useSides } from '../useSides.ts';
import { useTable } from '../ValueContext.tsx';
import styles from './options.module.css';
import { WORDS } from './words.ts';

const MONEY = {
  upfront: 'priceOnce', yearly: 'priceYear', sellerOneOff: 'costSellerOnce', sellerYearly: 'costSellerYear', clientOneOff: 'costClientOnce', clientYearly: 'costClientYear',
} as const;

interface Props {
  id: string;
  option: Option;
  model: Model;
  onDone: () => void;
}

export function PackageForm({ id, option, model, onDone }: Props) {
  const say = useText(WORDS);
  const sides = useSides();
  const { desk } = useTable();
  const remove = (): void => {
    desk.remove([option.id]);
    undoToast(say('removed', { name: option.label || say('unnamed') }), () => { desk.restore([option.id]); });
  };
  return (
    <div className={styles.form} id={id}>
      <CellField cell={cellKey(option.id, 'label')} label={say('name')} />
      <ChoiceField cell={cellKey(option.id, 'about')} label={say('about')} options={OPTION_FIELDS.about.options.map(value => ({ value, label: say(value) }))} />
      {Object.entries(MONEY).map(([field, word]) => <CellField key={field} cell={cellKey(option.id, field)} label={say(word, sides)} />)}
      {model.drivers.map(({ id: driver, code, label }) => (
        <CellField key={driver} cell={linkedKey(option.id, 'effect', driver)} label={say('effectOn', { code, name: label })} />
      ))}
      <div className={styles.formFoot}>
        <Button variant="subtle" color="gray" leftSection={<Trash2 size={16} strokeWidth={1.75} aria-hidden />} onClick={remove}>{say('remove')}</Button>
        <Button variant="default" onClick={onDone}>{say('done')}</Button>
      </div>
    </div>
  );
}
