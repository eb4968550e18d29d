/** Versions, newest first: where each stands, who froze it, and what can be done with it. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { allows } from '../../../shared/access.ts';
import type { VersionView } from '../../../shared/versions.ts';
import { shortFirm } from '../../ui/shortFirm.ts';
import { useText } from '../../ui/text.ts';
import { useFormat } from '../../ui/useFormat.ts';
import type { DeskProps } from './ApprovalPages.tsx';
import styles from './Desk.module.css';
import { PutDialog } from './PutDialog.tsx';
import { answersOf, mayBePut, stateOf, versionsOf } from './standing.ts';
import { StateLine } from './StateLine.tsx';
import type { Names } from './useNames.ts';
import { WORDS } from './words.ts';

type Props = Omit<DeskProps, 'banner'> & { names: Names };

export function VersionList(props: Props) {
  const say = useText(WORDS);
  const [putting, setPutting] = useState<VersionView>();
  return (
    <section aria-label={say('versions')}>
      <h2 className={styles.listHeading}>{say('versions')}</h2>
      <ul className={styles.list}>
        {versionsOf(props.desk).map(version => <Row key={version.id} {...props} version={version} put={() => { setPutting(version); }} />)}
      </ul>
      {putting && <PutDialog key={putting.id} {...props} version={putting} onClose={() => { setPutting(undefined); }} />}
    </section>
  );
}

function Row({ project, desk, names, version, put }: Props & { version: VersionView; put: () => void }) {
  const say = useText(WORDS);
  const format = useFormat();
  const client = shortFirm(project.clientName);
  const called = version.number === null ? say('draft', { name: version.name ?? '' }) : say('version', { number: version.number });
  const to = `/projects/${project.id}/approval`;
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p className={styles.called}>
          <Link to={`${to}/versions/${version.id}`}>{called}</Link>
          {version.number !== null && version.name !== null && <span className={styles.inside}>{version.name}</span>}
        </p>
        <p className={styles.facts}>
          {say('frozenBy', { date: format.date(version.frozenAt), time: format.time(version.frozenAt), name: names.full(version.frozenBy) })}
          {version.contentHash === desk.livingHash && <span className={styles.same}>{say('sameAsNow')}</span>}
        </p>
      </div>
      <div className={styles.state}><StateLine state={stateOf(desk, version)} client={client} /></div>
      <div className={styles.rowActions}>
        {answersOf(desk, version).map(answer => (
          <Link key={answer.id} to={`${to}/receipts/${answer.id}`} aria-label={say('receiptNamed', { name: answer.name })} className={styles.link}>{say('receipt')}</Link>
        ))}
        {allows(project.me, 'round.put') && mayBePut(desk, version) && <Button size="xs" onClick={put}>{say('put', { client })}</Button>}
      </div>
    </li>
  );
}
