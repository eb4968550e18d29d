/** Everything else that can be done with a scenario: name and story, copy, almost approved, on the table, archive. */
import { ActionIcon, Menu } from '@mantine/core';
import { Archive, ArchiveRestore, Copy, Ellipsis, GitBranch, Handshake, PenLine, Plus, Redo2, ThumbsUp, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { Evaluation } from '../../../../shared/value/evaluate.ts';
import { onTable } from '../../../../shared/value/evaluate.ts';
import { settingKey } from '../../../../shared/value/keys.ts';
import type { Scenario } from '../../../../shared/value/model.ts';
import { useReadable } from '../../../collab/CollabContext.tsx';
import { texts, useText } from '../../../ui/text.ts';
import { undoToast } from '../../../ui/undoToast.tsx';
import { useMayWrite, useSnapshot, useTable } from '../ValueContext.tsx';
import { markNearlyApproved, nextCode, startScenario } from './deeds.ts';
import { NameDialog } from './NameDialog.tsx';
import styles from './ScenarioBar.module.css';
import { useDrawAlternative } from './useDrawAlternative.ts';

const TEXTS = texts('value.scenarioMenu', {
  en: {
    label: 'More for {{code}}', labelNone: 'Scenarios', rename: 'Name and story', duplicate: 'Duplicate', copyOf: '{{name}} (copy)', nearly: 'Mark as almost approved', notNearly: 'No longer almost approved',
    table: 'Put on the table', isOnTable: 'Is on the table', archive: 'Archive', restore: 'Take out of the archive', archived: '{{code}} is in the archive now.', newOne: 'New scenario', newName: 'New scenario', alternative: 'Draw an alternative', undo: 'Undo my last step', redo: 'Redo',
    inArchive: 'In the archive',
  },
  it: {
    label: 'Altro per {{code}}', labelNone: 'Scenari', rename: 'Nome e storia', duplicate: 'Duplica', copyOf: '{{name}} (copia)', nearly: 'Segna come quasi approvato', notNearly: 'Non più quasi approvato',
    table: 'Metti sul tavolo', isOnTable: 'È sul tavolo', archive: 'Archivia', restore: 'Togli dall’archivio', archived: 'Ora {{code}} è nell’archivio.', newOne: 'Nuovo scenario', newName: 'Nuovo scenario', alternative: 'Disegna un’alternativa', undo: 'Annulla il mio ultimo passo', redo: 'Ripeti',
    inArchive: 'Nell’archivio',
  },
});
const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function ScenarioMenu({ chosen, onChoose }: { chosen: Evaluation | undefined; onChoose: (id: string) => void }) {
  const say = useText(TEXTS);
  const { desk } = useTable();
  const { model } = useSnapshot();
  const [naming, setNaming] = useState<string>();
  const mayWrite = useMayWrite();
  const archived = model.scenarios.filter(scenario => scenario.archived && scenario.id !== chosen?.scenario.id);
  if (!mayWrite && archived.length === 0) return null;
  const label = chosen ? say('label', { code: chosen.scenario.code }) : say('labelNone');
  const start = (): void => {
    const id = startScenario(desk, model, say('newName'));
    onChoose(id);
    setNaming(id);
  };
  return (
    <>
      <Menu position="bottom-end" width={250}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} className={styles.menu} aria-label={label}><Ellipsis size={18} strokeWidth={1.75} aria-hidden /></ActionIcon>
        </Menu.Target>
        <Menu.Dropdown aria-label={label}>
          {mayWrite && chosen && <Deeds scenario={chosen.scenario} onChoose={onChoose} onName={setNaming} />}
          {mayWrite && <PhoneDeeds scenario={chosen?.scenario} />}
          {mayWrite && <Menu.Item leftSection={<Plus {...ICON} />} onClick={start}>{say('newOne')}</Menu.Item>}
          {archived.length > 0 && <Menu.Label>{say('inArchive')}</Menu.Label>}
          {archived.map(({ id, code, name }) => <Menu.Item key={id} leftSection={<Archive {...ICON} />} onClick={() => { onChoose(id); }}>{code} {name}</Menu.Item>)}
        </Menu.Dropdown>
      </Menu>
      <NameDialog scenarioId={naming} onClose={() => { setNaming(undefined); }} />
    </>
  );
}

/** What stands beside the sections on a larger screen. */
function PhoneDeeds({ scenario }: { scenario: Scenario | undefined }) {
  const say = useText(TEXTS);
  const { desk } = useTable();
  const steps = useReadable(desk.steps);
  const draw = useDrawAlternative();
  return (
    <>
      {scenario && <Menu.Item className={styles.menuOnly} leftSection={<GitBranch {...ICON} />} onClick={() => { draw(scenario); }}>{say('alternative')}</Menu.Item>}
      {steps.undo && <Menu.Item className={styles.menuOnly} leftSection={<Undo2 {...ICON} />} onClick={desk.undo}>{say('undo')}</Menu.Item>}
      {steps.redo && <Menu.Item className={styles.menuOnly} leftSection={<Redo2 {...ICON} />} onClick={desk.redo}>{say('redo')}</Menu.Item>}
    </>
  );
}

function Deeds({ scenario, onChoose, onName }: { scenario: Scenario; onChoose: (id: string) => void; onName: (id: string) => void }) {
  const say = useText(TEXTS);
  const { desk } = useTable();
  const { model } = useSnapshot();
  const isOnTable = onTable(model)?.id === scenario.id;
  const duplicate = (): void => {
    onChoose(desk.duplicate(scenario.id, 'scn', { code: nextCode(model.scenarios.map(({ code }) => code), 'S'), name: say('copyOf', { name: scenario.name }) }));
  };
  const archive = (): void => {
    desk.change(scenario.id, { archived: true });
    undoToast(say('archived', { code: scenario.code }), () => {
      desk.change(scenario.id, { archived: false });
      onChoose(scenario.id);
    });
    const next = model.scenarios.find(other => !other.archived && other.id !== scenario.id);
    if (next) onChoose(next.id);
  };
  return (
    <>
      <Menu.Item leftSection={<PenLine {...ICON} />} onClick={() => { onName(scenario.id); }}>{say('rename')}</Menu.Item>
      <Menu.Item leftSection={<Copy {...ICON} />} onClick={duplicate}>{say('duplicate')}</Menu.Item>
      <Menu.Item leftSection={<Handshake {...ICON} />} disabled={isOnTable || scenario.archived} onClick={() => { desk.write([[settingKey('onTable'), scenario.id]]); }}>{say(isOnTable ? 'isOnTable' : 'table')}</Menu.Item>
      <Menu.Item leftSection={<ThumbsUp {...ICON} />} onClick={() => { markNearlyApproved(desk, model, scenario); }}>{say(scenario.nearlyApproved ? 'notNearly' : 'nearly')}</Menu.Item>
      {scenario.archived
        ? <Menu.Item leftSection={<ArchiveRestore {...ICON} />} onClick={() => { desk.change(scenario.id, { archived: false }); }}>{say('restore')}</Menu.Item>
        : <Menu.Item leftSection={<Archive {...ICON} />} onClick={archive}>{say('archive')}</Menu.Item>}
      <Menu.Divider />
    </>
  );
}
