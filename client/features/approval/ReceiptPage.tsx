/** The receipt of one answer: who said what, when and how, to exactly which content. Both sides see the same. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Download, ShieldCheck, Snowflake } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import type { ApprovalId } from '../../../shared/ids.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import type { Approval, Decision, Receipt } from '../../../shared/versions.ts';
import { Hash } from '../../ui/Hash.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page, useTabTitle } from '../../ui/Page.tsx';
import { PaperCard } from '../../ui/PaperCard.tsx';
import { PersonBadge } from '../../ui/PersonBadge.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { shortFirm } from '../../ui/shortFirm.ts';
import { useText } from '../../ui/text.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { approvalFile, type Frozen, frozenQuery, receiptQuery } from './api.ts';
import type { ApprovalProps } from './ApprovalPages.tsx';
import styles from './ReceiptPage.module.css';
import { WORDS } from './words.ts';

type Props = ApprovalProps & { approvalId: ApprovalId };

const TITLES = { approve: 'receiptTitle', changes: 'receiptTitleChanges', decline: 'receiptTitleDecline' } as const satisfies Record<Decision, string>;

export function ReceiptPage({ project, approvalId, banner }: Props) {
  const receipt = useQuery(receiptQuery(project.id, approvalId));
  return (
    <Page width="reading">
      <div className={styles.column}>
        {banner && <div className={styles.banner}>{banner}</div>}
        <Refused error={receipt.error} again={() => void receipt.refetch()} />
        {receipt.isPending && <Loading lines={10} />}
        {receipt.data && <Fresh project={project} receipt={receipt.data} />}
        {receipt.data && <OpenReceipt project={project} receipt={receipt.data} />}
      </div>
    </Page>
  );
}

/** Right after answering: said once, and not again when the receipt is opened later. */
function Fresh({ project, receipt: { approval, version } }: { project: ProjectView; receipt: Receipt }) {
  const say = useText(WORDS);
  const state: unknown = useLocation().state;
  if (typeof state !== 'object' || state === null || !('fresh' in state)) return null;
  const facts = { number: version.number ?? 0, seller: shortFirm(project.sellerName) };
  const words = say(approval.decision === 'approve' ? 'approvedNow' : 'answeredNow', facts);
  return <div className={styles.banner}><Notice tone="good">{words}</Notice></div>;
}

/** Title and firms are those of the frozen copy: a project may have been renamed since. */
function OpenReceipt({ project, receipt }: { project: ProjectView; receipt: Receipt }) {
  const frozen = useQuery(frozenQuery(project.id, receipt.version.id));
  if (frozen.error) return <Refused error={frozen.error} again={() => void frozen.refetch()} />;
  return frozen.data ? <Sheet project={project} receipt={receipt} frozen={frozen.data} /> : <Loading lines={10} />;
}

function Sheet({ project, receipt: { approval, version }, frozen }: { project: ProjectView; receipt: Receipt; frozen: Frozen }) {
  const say = useText(WORDS);
  const facts = frozen.content.project;
  const title = say(TITLES[approval.decision]);
  useTabTitle(`${title} · ${project.title}`);
  return (
    <article className={styles.sheet}>
      <header className={styles.head}>
        <div>
          <p className={styles.kind}>{title}</p>
          <h1 className={styles.title} tabIndex={-1}>{facts.title}</h1>
          <p className={styles.between}>{say('between', { number: version.number ?? 0, client: facts.clientName, seller: facts.sellerName })}</p>
        </div>
        <Mark height={52} />
      </header>
      <PaperCard tone="sunken" large className={styles.sentence}>
        {approval.statement ? <p lang={approval.statementLanguage}>{approval.statement}</p> : <p className={styles.reason}>{approval.reason}</p>}
      </PaperCard>
      <Facts approval={approval} client={shortFirm(facts.clientName)} />
      <section className={styles.content}>
        <h2 className={styles.label}>{say('content')}</h2>
        <div className={styles.hash}><Hash value={approval.contentHash} /></div>
        <Buttons project={project} approval={approval} matches={frozen.hash === approval.contentHash} />
        <p className={styles.small}>{say('receiptWords')}</p>
      </section>
    </article>
  );
}

function Facts({ approval, client }: { approval: Approval; client: string }) {
  const say = useText(WORDS);
  const format = useFormat();
  const how = say(`with.${approval.signedInWith}`);
  return (
    <dl className={styles.facts}>
      <Fact name={say('who')}>
        <span className={styles.who}><PersonBadge name={approval.name} side="client" size={26} /><span><strong>{approval.name}</strong>, {say('approverFor', { client })}</span></span>
      </Fact>
      <Fact name={say('when')}>{format.date(approval.at)}, {secondsOf(approval.at)} {say('utc', { time: utcOf(approval.at) })}</Fact>
      <Fact name={say('signedInWith')}>{say('from', { how, address: approval.from })}</Fact>
      {approval.typedName && <Fact name={say('typed')}>{approval.typedName}</Fact>}
      <Fact name={say('device')}><span className={styles.device}>{approval.device}</span></Fact>
    </dl>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => <div><dt>{name}</dt><dd>{children}</dd></div>;

const two = (value: number): string => String(value).padStart(2, '0');
/** Local time to the second: a receipt is more exact than a conversation. */
function secondsOf(at: number): string {
  const time = new Date(at);
  return [time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':');
}
const utcOf = (at: number): string => new Date(at).toISOString().slice(11, 19);

function Buttons({ project, approval, matches }: { project: ProjectView; approval: Approval; matches: boolean }) {
  const say = useText(WORDS);
  const open = `/projects/${project.id}/approval/versions/${approval.versionId}`;
  return (
    <>
      {!matches && <Notice tone="danger" assertive>{say('differsWhat', { seller: shortFirm(project.sellerName) })}</Notice>}
      <div className={styles.buttons}>
        {matches && <span className={styles.matches}><ShieldCheck size={16} strokeWidth={1.75} aria-hidden />{say('matches')}</span>}
        <Button component="a" href={approvalFile(project.id, approval.id)} download variant="default" leftSection={<Download size={18} strokeWidth={1.75} aria-hidden />}>
          {say('takeFile')}
        </Button>
        <Button component={Link} to={open} leftSection={<Snowflake size={18} strokeWidth={1.75} aria-hidden />}>
          {say(approval.decision === 'approve' ? 'openCopy' : 'openCopyPlain')}
        </Button>
      </div>
    </>
  );
}
