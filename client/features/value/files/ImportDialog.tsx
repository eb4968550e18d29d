/** Brings a spreadsheet into the model: the server reads it, this page shows what it would change, and writes it as one step of one's own. */
import { Button, FileButton, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Upload } from 'lucide-react';
import { useMemo } from 'react';
import { planImport } from '../../../../shared/value/tables/import.ts';
import { type ImportPlan, isEmptyPlan } from '../../../../shared/value/tables/plan.ts';
import { tablesAddress, TablesRead } from '../../../../shared/valueFiles.ts';
import { ask } from '../../../api/call.ts';
import { Loading } from '../../../ui/Loading.tsx';
import { Refused } from '../../../ui/Refused.tsx';
import { useText } from '../../../ui/text.ts';
import { undoToast } from '../../../ui/undoToast.tsx';
import { makeRowId } from '../rowId.ts';
import { useSnapshot, useTable } from '../ValueContext.tsx';
import styles from './files.module.css';
import { ImportPreview } from './ImportPreview.tsx';
import { FILE_WORDS } from './words.ts';

const READABLE = '.xlsx,.csv,.zip,text/csv';

export function ImportDialog({ onClose }: { onClose: () => void }) {
  const say = useText(FILE_WORDS);
  const { project, desk } = useTable();
  const { model, cells } = useSnapshot();
  const read = useMutation({ mutationFn: (file: File) => ask('POST', tablesAddress(project.id), TablesRead, { file }) });
  // Planned anew whenever somebody changes the model meanwhile: what is shown is what would happen now.
  const plan = useMemo(
    () => read.data && planImport(read.data.tables, { model, cellOf: key => cells.get(key)?.value, makeId: makeRowId }),
    [read.data, model, cells],
  );
  const apply = (of: ImportPlan): void => {
    desk.asOne(() => {
      desk.addAll(of.rows);
      desk.write(of.changes.map(({ key, to }) => [key, to] as const));
    });
    // What came in is taken back, not whatever was done last by then.
    undoToast(say('done'), () => {
      desk.asOne(() => {
        desk.write(of.changes.map(({ key, from }) => [key, from === undefined ? '' : from] as const));
        desk.remove(of.rows.map(({ id }) => id));
      });
    });
    onClose();
  };
  const count = plan ? plan.changes.length + plan.rows.reduce((sum, { values }) => sum + Object.keys(values).length, 0) : 0;
  return (
    <Modal opened onClose={onClose} title={say('title')} size="lg" closeButtonProps={{ 'aria-label': say('close') }}>
      <p className={styles.hint}>{say('hint')}</p>
      {read.isPending && <div role="status" aria-label={say('reading')}><Loading lines={4} /></div>}
      {read.error && <Refused error={read.error} />}
      {plan && <ImportPreview plan={plan} tables={read.data?.tables.length ?? 0} />}
      <div className={styles.deeds}>
        {plan && !isEmptyPlan(plan) && <Button onClick={() => { apply(plan); }}>{say('apply', { count })}</Button>}
        <FileButton accept={READABLE} onChange={file => { if (file) read.mutate(file); }} inputProps={{ 'aria-label': say('choose') }}>
          {props => <Button {...props} variant={plan ? 'default' : 'filled'} leftSection={<Upload size={16} strokeWidth={1.75} aria-hidden />}>{say(plan ? 'another' : 'choose')}</Button>}
        </FileButton>
        {plan && <Button variant="subtle" onClick={onClose}>{say('cancel')}</Button>}
      </div>
    </Modal>
  );
}
