/** Beside the frozen copy: what the approver is about to say, under their own name, to exactly this content. */
import { BookOpen } from 'lucide-react';
import { Link } from 'react-router';
import type { ProjectView } from '../../../shared/projects.ts';
import type { RoundView, VersionView } from '../../../shared/versions.ts';
import { firstNameOf } from '../../ui/initials.ts';
import { Notice } from '../../ui/Notice.tsx';
import { PaperCard } from '../../ui/PaperCard.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { shortFirm } from '../../ui/shortFirm.ts';
import { useText } from '../../ui/text.ts';
import { AnswerButtons, NameField, ReasonForm } from './AnswerFields.tsx';
import type { Frozen } from './api.ts';
import { Fingerprint } from './Fingerprint.tsx';
import { Message } from './Message.tsx';
import styles from './Panel.module.css';
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
  goTo: (nth: number) => void;
}

export function DecisionPanel({ reading, goTo, names, ...facts }: Props) {
  const say = useText(WORDS);
  const form = useAnswerForm(facts);
  const doubts = useOpenDoubts();
  const { project, version, round, frozen } = facts;
  const seller = shortFirm(project.sellerName);
  const number = version.number ?? 0;
  return (
    <aside className={styles.panel} aria-label={say('yourApproval', { name: firstNameOf(form.name) })}>
      <h2 className={styles.title}>{say('yourApproval', { name: firstNameOf(form.name) })}</h2>
      {doubts}
      <Message round={round} names={names} />
      <ReadLine reading={reading} goTo={goTo} />
      {!form.same && <Notice tone="danger" assertive>{say('differsWhat', { seller })}</Notice>}
      {form.step === 'approve' ? (
        <>
          <div>
            <p className={styles.label} id="you-will-say">{say('youWillSay')}</p>
            <PaperCard tone="sunken" large className={styles.sentence}>{form.statement}</PaperCard>
          </div>
          <NameField form={form} />
          <Fingerprint here={frozen.hash} there={version.contentHash} />
          <Refused error={form.error} />
          <div className={styles.foot}>
            <AnswerButtons form={form} number={number} />
            <p className={styles.small}>{say('signature', { seller })}</p>
            <p className={styles.small}><Link to={`/projects/${project.id}/approval/versions`}>{say('backToVersions')}</Link></p>
          </div>
        </>
      ) : (
        <>
          <ReasonForm form={form} number={number} seller={seller} />
          <Fingerprint here={frozen.hash} there={version.contentHash} />
        </>
      )}
    </aside>
  );
}

function ReadLine({ reading, goTo }: Pick<Props, 'reading' | 'goTo'>) {
  const say = useText(WORDS);
  const { next } = reading;
  if (reading.all === 0) return null;
  return (
    <p className={styles.read}>
      <BookOpen size={18} strokeWidth={1.75} aria-hidden />
      <span>{next === undefined ? say('readAll', { all: reading.all }) : say('youHaveRead', { read: reading.read, all: reading.all })}</span>
      {next !== undefined && <button type="button" className={styles.link} onClick={() => { goTo(next); }}>{say('goTo', { nth: next + 1 })}</button>}
    </p>
  );
}
