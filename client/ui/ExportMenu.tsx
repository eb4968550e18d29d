/** "Export": the same text as PDF, Word or Markdown, in the language on screen. Says that it works on it, and what failed. */
import { Menu } from '@mantine/core';
import { CircleAlert, Download } from 'lucide-react';
import { useState } from 'react';
import type { ExportFormat } from '../../shared/exports.ts';
import styles from './ExportMenu.module.css';
import { texts, useLanguage, useText } from './text.ts';
import { useRefusal } from './useRefusal.ts';

const WORDS = texts('ui.export', {
  en: { title: 'Export', pdf: 'PDF', docx: 'Word', md: 'Markdown', making: 'The file is being made …', done: 'The file is ready.' },
  it: { title: 'Esporta', pdf: 'PDF', docx: 'Word', md: 'Markdown', making: 'Il file si sta preparando …', done: 'Il file è pronto.' },
});

type State = { kind: 'still' | 'making' | 'done' } | { kind: 'failed'; error: unknown };

interface Props {
  /** Resolves when the browser has the file. */
  take: (format: ExportFormat, language: 'en' | 'it') => Promise<void>;
}

export function ExportMenu({ take }: Props) {
  const say = useText(WORDS);
  const language = useLanguage();
  const [state, setState] = useState<State>({ kind: 'still' });
  const choose = (format: ExportFormat): void => {
    setState({ kind: 'making' });
    take(format, language).then(() => { setState({ kind: 'done' }); }, (error: unknown) => { setState({ kind: 'failed', error }); });
  };
  const busy = state.kind === 'making';
  return (
    <div className={styles.place}>
      <Menu position="bottom-end">
        <Menu.Target>
          <button type="button" className={styles.button} disabled={busy}><Download size={16} strokeWidth={1.75} aria-hidden />{say('title')}</button>
        </Menu.Target>
        <Menu.Dropdown>
          {(['pdf', 'docx', 'md'] as const).map(format => <Menu.Item key={format} onClick={() => { choose(format); }}>{say(format)}</Menu.Item>)}
        </Menu.Dropdown>
      </Menu>
      <p role="status" className={state.kind === 'done' ? 'ins-hidden' : styles.status}>{busy ? say('making') : state.kind === 'done' ? say('done') : ''}</p>
      {state.kind === 'failed' && <Failed error={state.error} />}
    </div>
  );
}

function Failed({ error }: { error: unknown }) {
  return <p role="alert" className={styles.failed}><CircleAlert size={15} strokeWidth={1.75} aria-hidden />{useRefusal(error)}</p>;
}
