/** One's own answer on a phone: what it is about above, the sentence and the name under the thumb. */
import { BookOpen, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ProjectView } from '../../../shared/projects.ts';
import type { RoundView, VersionView } from '../../../shared/versions.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { shortFirm } from '../../ui/shortFirm.ts';
import { useText } from '../../ui/text.ts';
import { AnswerButtons, NameField, ReasonForm } from './AnswerFields.tsx';
import type { Frozen } from './api.ts';
import { FingerprintLine } from './Fingerprint.tsx';
import { Message } from './Message.tsx';
import styles from './PhoneAnswer.module.css';
import { useOpenDoubts } from './slots.ts';
import { useAnswerForm } from './useAnswerForm.ts';
import type { Names } from './useNames.ts';
import type { SectionsRead } from './useSectionsRead.ts';
import { WORDS } from './words.ts';

interface Props {
  project: ProjectView;
  version: VersionView;
  round: RoundView;
  frozen: Frozen;
  names: Names;
  reading: SectionsRead;
  read: () => void;
  children: ReactNode;
}

export function PhoneAnswer({ names, reading, read, children, ...facts }: Props) {
  const say = useText(WORDS);
  const form = useAnswerForm(facts);
  const doubts = useOpenDoubts();
  const { project, version, round, frozen } = facts;
  const [seller, number] = [shortFirm(project.sellerName), version.number ?? 0];
  return (
    <div className={styles.page}>
      <div className={styles.above}>
        {children}
        {doubts}
        <Message round={round} names={names} />
        <button type="button" className={styles.read} onClick={read}>
          <BookOpen size={22} strokeWidth={1.6} aria-hidden />
          <span className={styles.readWords}>
            <strong>{say('readProposal')}</strong>
            {reading.all > 0 && <span>{say('readSome', { read: reading.read, all: reading.all })}</span>}
          </span>
          <ChevronRight size={20} strokeWidth={1.75} aria-hidden />
        </button>
        <FingerprintLine here={frozen.hash} there={version.contentHash} />
        {!form.same && <Notice tone="danger" assertive>{say('differsWhat', { seller })}</Notice>}
      </div>
      <div className={styles.below}>
        {form.step === 'approve' ? (
          <>
            <p className={styles.sentence}>{form.statement}</p>
            <NameField form={form} labelled={false} />
            <Refused error={form.error} />
            <AnswerButtons form={form} number={number} />
            <p className={styles.small}>{say('signature', { seller })}</p>
          </>
        ) : <ReasonForm form={form} number={number} seller={seller} />}
      </div>
    </div>
  );
}
