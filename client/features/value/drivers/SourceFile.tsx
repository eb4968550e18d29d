/** The file a driver's figures come from: brought by whoever may write, saved by whoever reads. */
import { Button, CloseButton, FileButton } from '@mantine/core';
import { FileDown, Paperclip } from 'lucide-react';
import { evidenceAddress } from '../../../../shared/evidence.ts';
import { cellKey } from '../../../../shared/value/keys.ts';
import type { Driver } from '../../../../shared/value/model.ts';
import { useEvidenceAbout, useKeepEvidence } from '../../../api/evidence.ts';
import { Refused } from '../../../ui/Refused.tsx';
import { texts, useLanguage, useText } from '../../../ui/text.ts';
import { useMayWrite, useTable } from '../ValueContext.tsx';
import styles from './detail.module.css';

const TEXTS = texts('value.sourceFile', {
  en: { add: 'Add a file', choose: 'Choose the file these figures come from', about: '{{name}}, {{size}}', file: 'A file', remove: 'Take the file away', hint: 'Up to 10 MB. Everybody in this room can save it.' },
  it: { add: 'Aggiungi un file', choose: 'Scegli il file da cui vengono le cifre', about: '{{name}}, {{size}}', file: 'Un file', remove: 'Togli il file', hint: 'Fino a 10 MB. Chi è in questa stanza può salvarlo.' },
});

export function SourceFile({ driver: { id, sourceFile } }: { driver: Driver }) {
  const { desk } = useTable();
  const write = (hash: string): void => { desk.write([[cellKey(id, 'sourceFile'), hash]]); };
  return sourceFile === '' ? <AddFile onKept={write} /> : <KeptFile hash={sourceFile} onRemove={() => { write(''); }} />;
}

function AddFile({ onKept }: { onKept: (hash: string) => void }) {
  const say = useText(TEXTS);
  const { project } = useTable();
  const keep = useKeepEvidence(project.id);
  if (!useMayWrite()) return null;
  const send = (file: File | null): void => { if (file) keep.mutate(file, { onSuccess: ({ hash }) => { onKept(hash); } }); };
  return (
    <div className={styles.file}>
      <FileButton onChange={send} inputProps={{ 'aria-label': say('choose') }}>
        {props => <Button {...props} variant="default" size="compact-md" loading={keep.isPending} leftSection={<Paperclip size={14} strokeWidth={1.75} aria-hidden />}>{say('add')}</Button>}
      </FileButton>
      {keep.error ? <Refused error={keep.error} /> : <p className={styles.hint}>{say('hint')}</p>}
    </div>
  );
}

function KeptFile({ hash, onRemove }: { hash: string; onRemove: () => void }) {
  const say = useText(TEXTS);
  const language = useLanguage();
  const { project } = useTable();
  const { data, error } = useEvidenceAbout(project.id, hash);
  const mayWrite = useMayWrite();
  if (error) return <div className={styles.file}><Refused error={error} />{mayWrite && <CloseButton aria-label={say('remove')} onClick={onRemove} />}</div>;
  return (
    <div className={styles.kept}>
      <a href={evidenceAddress(project.id, hash)} download={data?.name} className={styles.out}>
        <FileDown size={14} strokeWidth={1.75} aria-hidden />
        <span>{data ? say('about', { name: data.name, size: sizeIn(language, data.bytes) }) : say('file')}</span>
      </a>
      {mayWrite && <CloseButton size="sm" aria-label={say('remove')} onClick={onRemove} />}
    </div>
  );
}

/** "1.4 MB", "12 kB"; never nothing. */
function sizeIn(language: string, bytes: number): string {
  const isLarge = bytes >= 1_000_000;
  const format = new Intl.NumberFormat(language, { style: 'unit', unit: isLarge ? 'megabyte' : 'kilobyte', maximumFractionDigits: isLarge ? 1 : 0 });
  return format.format(isLarge ? bytes / 1_000_000 : Math.max(1, Math.round(bytes / 1_000)));
}
