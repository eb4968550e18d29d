/** A driver opened: low, likely and high, unit, whom it is for and when, where the figures come from, its own start-up, its place. */
import { Button, CloseButton } from '@mantine/core';
import { ArrowDown, ArrowUp, ExternalLink, Trash2 } from 'lucide-react';
import { type CellKey, cellKey, linkedKey } from '../../../../shared/value/keys.ts';
import type { Driver } from '../../../../shared/value/model.ts';
import { texts, useText } from '../../../ui/text.ts';
import { undoToast } from '../../../ui/undoToast.tsx';
import { CellField } from '../fields/CellField.tsx';
import { CellNote } from '../fields/CellNote.tsx';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { FIELD_WORDS } from '../fields/words.ts';
import { useFigures } from '../useFigures.ts';
import { useNotedCells } from '../sheet/useNotedCells.ts';
import { useSides } from '../useSides.ts';
import { useMayWrite, useSnapshot, useTable } from '../ValueContext.tsx';
import styles from './detail.module.css';
import { safeAddress } from './safeAddress.ts';
import { SourceFile } from './SourceFile.tsx';

const TEXTS = texts('value.driverDetail', {
  en: {
    figures: 'Figures', least: 'at least', likely: 'likely', most: 'at most', about: 'About it', code: 'Short code', name: 'Name', unit: 'Unit of “today”', unitExample: 'hours a year', who: 'Who has the benefit', when: 'When it shows', short: 'Soon', long: 'In the long run',
    evidence: 'Where the figures come from', source: 'Source in words', link: 'Link', by: 'Given by', nobody: 'Not said', both: 'Both sides', other: 'Somebody else', openLink: 'Open the source',
    own: 'Its own start-up', ownHint: 'Empty: it starts up like the scenario.', up: 'Move up', down: 'Move down', remove: 'Delete', removed: '“{{name}}” is deleted.', close: 'Close', badLink: 'A link begins with https:// or http://.',
  },
  it: {
    figures: 'Cifre', least: 'almeno', likely: 'probabile', most: 'al massimo', about: 'In breve', code: 'Sigla', name: 'Nome', unit: 'Unità di «oggi»', unitExample: 'ore l’anno', who: 'A chi va il beneficio', when: 'Quando si vede', short: 'Presto', long: 'A lungo termine',
    evidence: 'Da dove vengono le cifre', source: 'Fonte a parole', link: 'Collegamento', by: 'Data da', nobody: 'Non detto', both: 'Entrambe le parti', other: 'Qualcun altro', openLink: 'Apri la fonte',
    own: 'Il suo avvio', ownHint: 'Vuoto: parte come lo scenario.', up: 'Sposta su', down: 'Sposta giù', remove: 'Elimina', removed: '«{{name}}» è eliminata.', close: 'Chiudi', badLink: 'Un collegamento comincia con https:// o http://.',
  },
});

interface Props {
  driver: Driver;
  scenarioId: string;
  onClose: () => void;
  place: 'first' | 'last' | 'only' | 'middle';
  before: string | null;
  after: string | null;
}

export function DriverDetail({ driver, scenarioId, onClose, ...moves }: Props) {
  const say = useText(TEXTS);
  return (
    <div className={styles.opened}>
      <CloseButton className={styles.closer} aria-label={say('close')} onClick={onClose} />
      <section><h3>{say('figures')}</h3><Ranges driver={driver} scenarioId={scenarioId} /></section>
      <section><h3>{say('evidence')}</h3><Source driver={driver} /></section>
      <section><h3>{say('about')}</h3><About driver={driver} /></section>
      <section><h3>{say('own')}</h3><OwnRamp driver={driver} scenarioId={scenarioId} /></section>
      <Deeds driver={driver} onClose={onClose} {...moves} />
    </div>
  );
}

function Ranges({ driver: { id }, scenarioId }: { driver: Driver; scenarioId: string }) {
  const say = useText(TEXTS);
  const name = useText(FIELD_WORDS);
  const rows: readonly (readonly ['baseline' | 'improvement' | 'unitValue', (end: string) => CellKey])[] = [
    ['baseline', end => cellKey(id, `baseline${end}`)],
    ['improvement', end => linkedKey(scenarioId, `improvement${end}`, id)],
    ['unitValue', end => cellKey(id, `unitValue${end}`)],
  ];
  return (
    <div className={styles.ranges}>
      <span aria-hidden /><span aria-hidden>{say('least')}</span><span aria-hidden>{say('likely')}</span><span aria-hidden>{say('most')}</span>
      {rows.map(([field, keyOf]) => (
        <div key={field} className={styles.range} role="group" aria-label={name(field)}>
          <span>{name(field)}</span>
          <CellField cell={keyOf('Low')} label={say('least')} quiet noteless />
          <CellField cell={keyOf('')} label={say('likely')} quiet noteless />
          <CellField cell={keyOf('High')} label={say('most')} quiet noteless />
          <RangeNotes cells={[keyOf('Low'), keyOf('High')]} />
        </div>
      ))}
      <div className={styles.range} role="group" aria-label={name('confidence')}>
        <span>{name('confidence')}</span><span aria-hidden /><CellField cell={cellKey(id, 'confidence')} label={name('confidence')} quiet noteless /><span aria-hidden />
      </div>
    </div>
  );
}

/** Of the likely value the row itself says what is wrong; of its range it is said here, over the whole width. */
function RangeNotes({ cells }: { cells: readonly CellKey[] }) {
  const noted = useNotedCells(cells);
  return noted.length > 0 && <div className={styles.rangeNotes}>{noted.map(key => <CellNote key={key} cell={key} named />)}</div>;
}

function Source({ driver }: { driver: Driver }) {
  const say = useText(TEXTS);
  const sides = useSides();
  const address = safeAddress(driver.sourceLink);
  return (
    <div className={styles.fields}>
      <CellField cell={cellKey(driver.id, 'source')} label={say('source')} lines={2} />
      <CellField cell={cellKey(driver.id, 'sourceLink')} label={say('link')} placeholder="https://" />
      {driver.sourceLink !== '' && (address
        ? <a href={address} target="_blank" rel="noopener noreferrer" className={styles.out}><ExternalLink size={14} strokeWidth={1.75} aria-hidden />{say('openLink')}</a>
        : <p className={styles.hint}>{say('badLink')}</p>)}
      <SourceFile driver={driver} />
      <ChoiceField cell={cellKey(driver.id, 'sourceBy')} label={say('by')} options={[
        { value: '', label: say('nobody') }, { value: 'client', label: sides.client }, { value: 'seller', label: sides.seller }, { value: 'both', label: say('both') }, { value: 'other', label: say('other') },
      ]} />
    </div>
  );
}

function About({ driver: { id } }: { driver: Driver }) {
  const say = useText(TEXTS);
  const sides = useSides();
  return (
    <div className={styles.fields}>
      <CellField cell={cellKey(id, 'label')} label={say('name')} />
      <div className={styles.two}>
        <CellField cell={cellKey(id, 'code')} label={say('code')} />
        <CellField cell={cellKey(id, 'unit')} label={say('unit')} placeholder={say('unitExample')} />
      </div>
      <div className={styles.two}>
        <ChoiceField cell={cellKey(id, 'accruesTo')} label={say('who')} options={[{ value: 'client', label: sides.client }, { value: 'seller', label: sides.seller }]} />
        <ChoiceField cell={cellKey(id, 'horizon')} label={say('when')} options={[{ value: 'short', label: say('short') }, { value: 'long', label: say('long') }]} />
      </div>
    </div>
  );
}

function OwnRamp({ driver: { id }, scenarioId }: { driver: Driver; scenarioId: string }) {
  const say = useText(TEXTS);
  const name = useText(FIELD_WORDS);
  const { share } = useFigures();
  const { model } = useSnapshot();
  const scenario = model.scenarios.find(({ id: each }) => each === scenarioId);
  const years = Array.from({ length: model.settings.years ?? 0 }, (_, nth) => nth + 1);
  return (
    <>
      <div className={styles.years}>
        {years.map(year => <CellField key={year} cell={linkedKey(scenarioId, 'ramp', id, year)} label={name('ramp', { year })} otherwise={share(scenario?.ramp[year - 1] ?? 1)} />)}
      </div>
      <p className={styles.hint}>{say('ownHint')}</p>
    </>
  );
}

function Deeds({ driver, onClose, place, before, after }: Omit<Props, 'scenarioId'>) {
  const say = useText(TEXTS);
  const { desk } = useTable();
  if (!useMayWrite()) return null;
  const remove = (): void => {
    onClose();
    desk.remove([driver.id]);
    undoToast(say('removed', { name: driver.label || driver.code }), () => { desk.restore([driver.id]); });
  };
  const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;
  return (
    <div className={styles.deeds}>
      <Button variant="default" size="compact-md" leftSection={<ArrowUp {...icon} />} disabled={place === 'first' || place === 'only'} onClick={() => { desk.move(driver.id, before); }}>{say('up')}</Button>
      <Button variant="default" size="compact-md" leftSection={<ArrowDown {...icon} />} disabled={place === 'last' || place === 'only'} onClick={() => { desk.move(driver.id, after); }}>{say('down')}</Button>
      <Button variant="subtle" color="gray" size="compact-md" leftSection={<Trash2 {...icon} />} onClick={remove}>{say('remove')}</Button>
    </div>
  );
}
