/** Puts a version to people of the client. It reaches others and cannot be unsaid, so it asks once, and says what follows. */
import { Button, Checkbox, Modal, Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { allows } from '../../../shared/access.ts';
import type { MemberId } from '../../../shared/ids.ts';
import { LIMITS } from '../../../shared/limits.ts';
import type { MemberView } from '../../../shared/members.ts';
import type { VersionView } from '../../../shared/versions.ts';
import { FieldError } from '../../ui/FieldError.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { shortFirm } from '../../ui/shortFirm.ts';
import { useText } from '../../ui/text.ts';
import { toast } from '../../ui/undoToast.tsx';
import { usePut } from './api.ts';
import type { DeskProps } from './ApprovalPages.tsx';
import styles from './PutDialog.module.css';
import { useOpenDoubts } from './slots.ts';
import { WORDS } from './words.ts';

type Props = Omit<DeskProps, 'banner'> & { version: VersionView; onClose: () => void };

export function PutDialog({ project, members, desk, version, onClose }: Props) {
  const say = useText(WORDS);
  const firms = { client: shortFirm(project.clientName), seller: shortFirm(project.sellerName) };
  const number = version.number ?? Math.max(0, ...desk.versions.map(each => each.number ?? 0)) + 1;
  const approvers = members.filter(member => !member.removed && allows(member, 'round.decide'));
  const question = version.number === null ? say('putQuestion', { name: version.name ?? '', ...firms }) : say('putQuestionAgain', { number, ...firms });
  return (
    <Modal opened onClose={onClose} title={question} size="md" classNames={{ title: styles.title ?? '' }} closeButtonProps={{ 'aria-label': say('close') }}>
      {approvers.length === 0
        ? <Notice tone="attention" action={<Link to={`/projects/${project.id}/people`}>{say('putPeople')}</Link>}>{say('putNobody', firms)}</Notice>
        : <PutForm project={project} version={version} approvers={approvers} number={number} onClose={onClose} />}
    </Modal>
  );
}

type FormProps = Pick<Props, 'project' | 'version' | 'onClose'> & { approvers: readonly MemberView[]; number: number };

function PutForm({ project, version, approvers, number, onClose }: FormProps) {
  const say = useText(WORDS);
  // Where there is only one there is nothing to choose.
  const [chosen, setChosen] = useState<readonly MemberId[]>(approvers.length === 1 ? approvers.map(each => each.id) : []);
  const [message, setMessage] = useState('');
  const [missing, setMissing] = useState(false);
  const doubts = useOpenDoubts();
  const id = useId();
  const firms = { client: shortFirm(project.clientName), seller: shortFirm(project.sellerName) };
  const put = usePut(project.id, version.id, () => {
    toast(say('putDone', { number, ...firms }));
    onClose();
  });
  const submit = (): void => {
    if (chosen.length === 0) return setMissing(true);
    put.mutate({ approvers: [...chosen], message: message.trim() });
  };
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      <Checkbox.Group
        label={say('putWhom')} value={[...chosen]} error={missing && <FieldError id={id}>{say('putChoose')}</FieldError>}
        onChange={ids => {
          setChosen(ids);
          setMissing(false);
        }}
      >
        <div className={styles.people}>
          {approvers.map(each => <Checkbox key={each.id} value={each.id} label={each.name} />)}
        </div>
      </Checkbox.Group>
      <Textarea
        label={say('putMessage')} placeholder={say('putMessageExample')} value={message} rows={3} maxLength={LIMITS.reasonLength}
        onChange={event => { setMessage(event.currentTarget.value); }}
      />
      {doubts}
      <p className={styles.what}>{say('putWhat', { number, ...firms })}</p>
      <Refused error={put.error} />
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose}>{say('notNow')}</Button>
        <Button type="submit" loading={put.isPending}>{say('putVerb', firms)}</Button>
      </div>
    </form>
  );
}
