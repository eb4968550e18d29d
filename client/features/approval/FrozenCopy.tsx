/** Proposal, value model and canvas of a frozen version. All stay in the page, so that a look at one keeps one's place in the others. */
import { Tabs } from '@mantine/core';
import type { RefObject } from 'react';
import type { FrozenContent } from '../../../shared/documents/version.ts';
import type { VersionId } from '../../../shared/ids.ts';
import { takeExport } from '../../api/exports.ts';
import { ExportMenu } from '../../ui/ExportMenu.tsx';
import { Figures } from '../../ui/FigureContext.tsx';
import { RichTextView } from '../../ui/RichTextView.tsx';
import { useText } from '../../ui/text.ts';
import '../../ui/proposalText.css';
import { FrozenCanvasView } from './FrozenCanvasView.tsx';
import { FrozenValueView } from './FrozenValueView.tsx';
import styles from './FrozenCopy.module.css';
import type { SectionsRead } from './useSectionsRead.ts';
import { WORDS } from './words.ts';

interface Props {
  content: FrozenContent;
  versionId: VersionId;
  reading: SectionsRead;
  text: RefObject<HTMLDivElement | null>;
}

export function FrozenCopy({ content, versionId, reading, text }: Props) {
  const say = useText(WORDS);
  const { sellerName, clientName, currency } = content.project;
  const firms = { seller: sellerName, client: clientName, currency };
  const tabs = { tab: styles.tab ?? '', list: styles.list ?? '', panel: styles.panel ?? '' };
  return (
    <Tabs defaultValue="proposal" classNames={tabs} className={styles.card} keepMounted>
      <Tabs.List aria-label={say('copyTabs')}>
        <Tabs.Tab value="proposal">{say('proposal')}</Tabs.Tab>
        {content.value && <Tabs.Tab value="value">{say('value')}</Tabs.Tab>}
        <Tabs.Tab value="canvas">{say('canvas')}</Tabs.Tab>
        {reading.all > 0 && <span className={styles.read}>{say('sectionsRead', { read: reading.read, all: reading.all })}</span>}
      </Tabs.List>
      <Tabs.Panel value="proposal">
        <div ref={text}>
          <div className={styles.head}>
            <p className={styles.title}>{content.project.title}</p>
            <ExportMenu take={(format, language) => takeExport(content.project.id, { format, language, version: versionId })} />
          </div>
          {content.proposal.length > 0 ? <Figures project={content.project}><RichTextView text={content.proposal} className="proposal-text" /></Figures> : <p>{say('emptyProposal')}</p>}
        </div>
      </Tabs.Panel>
      {content.value && <Tabs.Panel value="value"><FrozenValueView value={content.value} firms={firms} /></Tabs.Panel>}
      <Tabs.Panel value="canvas"><FrozenCanvasView canvas={content.canvas} /></Tabs.Panel>
    </Tabs>
  );
}
