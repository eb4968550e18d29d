/** The proposal for those who may read it: the words as they stand now, following everybody's edits. */
import type { ReactNode, Ref } from 'react';
import type { RichText } from '../../../shared/documents/richtext.ts';
import { EmptyPlace } from '../../ui/EmptyPlace.tsx';
import { RichTextView } from '../../ui/RichTextView.tsx';
import { useText } from '../../ui/text.ts';
import styles from './ProposalPage.module.css';
import { SuggestLine } from './suggestions/SuggestTools.tsx';
import { WORDS } from './words.ts';
import '../../ui/proposalText.css';

interface Props {
  text: RichText;
  onSuggestions: () => void;
  menu: ReactNode;
  children: ReactNode;
  ref: Ref<HTMLDivElement>;
}

export function ReadingSheet({ text, onSuggestions, menu, children, ref }: Props) {
  const say = useText(WORDS);
  return (
    <>
      <div className={styles.bars}>
        <div className={styles.menu}>{menu}</div>
        <p className={styles.note}>{say('readOnly')}</p>
        <SuggestLine onList={onSuggestions} reading />
      </div>
      <div className={styles.sheet} ref={ref}>
        {children}
        <div className={styles.writing}>
          {text.length > 0 ? <RichTextView text={text} className="proposal-text" /> : <EmptyPlace>{say('empty')}</EmptyPlace>}
        </div>
      </div>
    </>
  );
}
