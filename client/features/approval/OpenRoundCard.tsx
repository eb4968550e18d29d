/** The round that is open now: which version, who is asked, and (for the host) taking it back. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { allows } from '../../../shared/access.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import type { ApprovalDesk, RoundView } from '../../../shared/versions.ts';
import { Confirm } from '../../ui/Confirm.tsx';
import { PersonBadge } from '../../ui/PersonBadge.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { shortFirm } from '../../ui/shortFirm.ts';
import { useText } from '../../ui/text.ts';
import { toast } from '../../ui/undoToast.tsx';
import { useFormat } from '../../ui/useFormat.ts';
import { useWithdraw } from './api.ts';
import styles from './Desk.module.css';
import { answersOf } from './standing.ts';
import type { Names } from './useNames.ts';
import { WORDS } from './words.ts';

interface Props {
  project: ProjectView;
  desk: ApprovalDesk;
  round: RoundView;
  names: Names;
}

export function OpenRoundCard({ project, desk, round, names }: Props) {
  const say = useText(WORDS);
  const format = useFormat();
  const number = desk.versions.find(version => version.id === round.versionId)?.number ?? 0;
  const firms = { client: shortFirm(project.clientName), seller: shortFirm(project.sellerName) };
  const answered = answersOf(desk, { id: round.versionId }).map(answer => answer.memberId);
  const waiting = round.approvers.filter(id => !answered.includes(id));
  const title = say(project.me.side === 'client' ? 'roundTitleClient' : 'roundTitle', { number, ...firms });
  return (
    <section className={`${styles.card} ${styles.open}`} aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      <p className={styles.hint}>
        {say('putOn', { name: names.full(round.putBy), date: format.date(round.putAt), time: format.time(round.putAt) })}
      </p>
      <p className={styles.waiting}>
        {waiting.map(id => <PersonBadge key={id} name={names.full(id)} side="client" size={26} />)}
        {say('waitingFor', { names: format.list(waiting.map(id => names.full(id))) })}
      </p>
      <div className={styles.actions}>
        <Button component={Link} to={`/projects/${project.id}/approval/versions/${round.versionId}`} variant="default">{say('open')}</Button>
        {allows(project.me, 'round.put') && <Withdraw project={project} round={round} number={number} />}
      </div>
    </section>
  );
}

function Withdraw({ project, round, number }: { project: ProjectView; round: RoundView; number: number }) {
  const say = useText(WORDS);
  const [asking, setAsking] = useState(false);
  const withdraw = useWithdraw(project.id, () => {
    setAsking(false);
    toast(say('withdrawn', { number }));
  });
  return (
    <>
      <Button variant="default" onClick={() => { setAsking(true); }}>{say('withdraw')}</Button>
      <Confirm
        opened={asking} question={say('withdrawQuestion', { number, client: shortFirm(project.clientName) })} verb={say('withdrawVerb', { number })}
        busy={withdraw.isPending} onConfirm={() => { withdraw.mutate(round.id); }} onClose={() => { setAsking(false); }}
      >
        <p>{say('withdrawWhat')}</p>
        <Refused error={withdraw.error} />
      </Confirm>
    </>
  );
}
