/** Beside a frozen copy that waits for nothing from its reader: where it stands, who was asked, who said what. */
import { Button } from '@mantine/core';
import { ArrowLeft, Download } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { allows } from '../../../shared/access.ts';
import type { MemberView } from '../../../shared/members.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import type { ApprovalDesk, ApprovalLine, VersionView } from '../../../shared/versions.ts';
import { PaperCard } from '../../ui/PaperCard.tsx';
import { PersonBadge } from '../../ui/PersonBadge.tsx';
import { shortFirm } from '../../ui/shortFirm.ts';
import { useText } from '../../ui/text.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { type Frozen, versionFile } from './api.ts';
import { Fingerprint } from './Fingerprint.tsx';
import { Message } from './Message.tsx';
import styles from './Panel.module.css';
import { PutDialog } from './PutDialog.tsx';
import { answersOf, mayBePut, roundOf, stateOf } from './standing.ts';
import { StateLine } from './StateLine.tsx';
import type { Names } from './useNames.ts';
import { WORDS } from './words.ts';

interface Props {
  project: ProjectView;
  members: readonly MemberView[];
  desk: ApprovalDesk;
  version: VersionView;
  frozen: Frozen;
  names: Names;
}

export function VersionPanel({ project, members, desk, version, frozen, names }: Props) {
  const say = useText(WORDS);
  const round = roundOf(desk, version);
  const answers = answersOf(desk, version);
  const silent = (round?.approvers ?? []).filter(id => !answers.some(answer => answer.memberId === id));
  const title = version.number === null ? say('draft', { name: version.name ?? '' }) : say('version', { number: version.number });
  return (
    <aside className={styles.panel} aria-label={title}>
      <Link to={`/projects/${project.id}/approval/versions`}><ArrowLeft size={14} strokeWidth={2} aria-hidden /> {say('backToVersions')}</Link>
      <h2 className={styles.title}>{title}</h2>
      <StateLine state={stateOf(desk, version)} client={shortFirm(project.clientName)} />
      {round && <Message round={round} names={names} />}
      {round && (
        <div>
          <p className={styles.label}>{say('answers')}</p>
          <ul className={styles.people}>
            {answers.map(answer => <Answered key={answer.id} answer={answer} project={project} names={names} />)}
            {silent.map(id => <Silent key={id} id={id} names={names} />)}
          </ul>
        </div>
      )}
      <Fingerprint here={frozen.hash} there={version.contentHash} />
      {allows(project.me, 'round.put') && mayBePut(desk, version) && <PutButton project={project} desk={desk} members={members} version={version} />}
      <Button component="a" href={versionFile(project.id, version.id)} download variant="default" className={styles.button ?? ''} leftSection={<Download size={18} strokeWidth={1.75} aria-hidden />}>
        {say('takeCopy')}
      </Button>
    </aside>
  );
}

function PutButton(props: Pick<Props, 'project' | 'desk' | 'members' | 'version'>) {
  const say = useText(WORDS);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => { setAsking(true); }}>{say('put', { client: shortFirm(props.project.clientName) })}</Button>
      {asking && <PutDialog {...props} onClose={() => { setAsking(false); }} />}
    </>
  );
}

function Answered({ answer, project, names }: { answer: ApprovalLine; project: ProjectView; names: Names }) {
  const say = useText(WORDS);
  const format = useFormat();
  const person = names.person(answer.memberId);
  return (
    <li className={styles.person}>
      <PersonBadge name={answer.name} side="client" size={28} former={person?.removed ?? false} />
      <span><strong>{answer.name}</strong> {say(`said.${answer.decision}`)}</span>
      <Link to={`/projects/${project.id}/approval/receipts/${answer.id}`} aria-label={say('receiptNamed', { name: answer.name })}>{say('receipt')}</Link>
      <span className={styles.said}>{format.moment(answer.at)}</span>
      {answer.reason && <PaperCard tone="sunken" className={styles.reason}><p className={styles.words}>{answer.reason}</p></PaperCard>}
    </li>
  );
}

function Silent({ id, names }: { id: string; names: Names }) {
  const say = useText(WORDS);
  const person = names.person(id);
  return (
    <li className={styles.person}>
      <PersonBadge name={names.full(id)} side="client" size={28} former={person?.removed ?? false} />
      <span><strong>{names.full(id)}</strong></span>
      <span className={styles.said}>{say('notAnswered')}</span>
    </li>
  );
}
