/** Inviting somebody: on which side, to do what, for how long. The link is shown once. */
import { Button, Checkbox, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { allows } from '../../../shared/access.ts';
import { type InvitationMade, Invite } from '../../../shared/invitations.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import { Role, Side } from '../../../shared/sides.ts';
import { invite } from '../../api/invitations.ts';
import { projectKeys } from '../../api/renewal.ts';
import { NOUNS } from '../../ui/nouns.ts';
import { readForm } from '../../ui/readForm.ts';
import { Refused } from '../../ui/Refused.tsx';
import { Select } from '../../ui/Select.tsx';
import { SideGlyph } from '../../ui/SideGlyph.tsx';
import { texts, useText } from '../../ui/text.ts';
import { InvitationLink } from './InvitationLink.tsx';
import styles from './people.module.css';
import { rolesOn } from './rolesOn.ts';

const TEXTS = texts('people.invite', {
  en: {
    title: 'Whom do you invite?', ready: 'The invitation is ready', close: 'Close', side: 'Side', role: 'To do what', approver: 'May approve versions for the client', days: 'The invitation holds',
    todo_host: 'Lead the project', todo_editor: 'Draw and write', todo_commenter: 'Read and comment', todo_viewer: 'Read',
    days_1: '1 day', days_7: '7 days', days_14: '14 days', days_30: '30 days', email: 'E-mail, if you want us to send it',
    emailWords: 'Only this address can then use it. Without one you hand the link over yourself.', example: 'name@company.it', wrongEmail: 'An address looks like name@company.it', make: 'Make the invitation',
  },
  it: {
    title: 'Chi inviti?', ready: 'L’invito è pronto', close: 'Chiudi', side: 'Parte', role: 'Per fare che cosa', approver: 'Può approvare le versioni per il cliente', days: 'L’invito vale',
    todo_host: 'Condurre il progetto', todo_editor: 'Disegnare e scrivere', todo_commenter: 'Leggere e commentare', todo_viewer: 'Leggere',
    days_1: '1 giorno', days_7: '7 giorni', days_14: '14 giorni', days_30: '30 giorni', email: 'E-mail, se vuoi che lo mandiamo noi',
    emailWords: 'Allora potrà usarlo solo questo indirizzo. Senza, il link lo consegni tu.', example: 'nome@azienda.it', wrongEmail: 'Un indirizzo è fatto così: nome@azienda.it', make: 'Crea l’invito',
  },
});

interface Props {
  project: ProjectView;
  opened: boolean;
  onClose: () => void;
}

export function InviteDialog({ project, opened, onClose }: Props) {
  const say = useText(TEXTS);
  const [made, setMade] = useState<InvitationMade>();
  const close = (): void => {
    onClose();
    setMade(undefined); // the link is shown once
  };
  return (
    <Modal opened={opened} onClose={close} title={say(made ? 'ready' : 'title')} size="lg" closeButtonProps={{ 'aria-label': say('close') }}>
      {made ? <InvitationLink made={made} onDone={close} /> : <InviteForm project={project} onMade={setMade} />}
    </Modal>
  );
}

const DAYS = ['1', '7', '14', '30'] as const;

function InviteForm({ project, onMade }: { project: ProjectView; onMade: (made: InvitationMade) => void }) {
  const say = useText(TEXTS);
  const noun = useText(NOUNS);
  const everySide = allows(project.me, 'people.invite');
  const [side, setSide] = useState<Side>(everySide ? 'client' : project.me.side);
  const [wrong, setWrong] = useState(false);
  const making = useInvite(project, onMade);
  const roles = everySide ? rolesOn(side) : Role.options.slice(Role.options.indexOf(project.me.role)).filter(role => role !== 'host');
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const read = readForm(event.currentTarget, Invite, asked(event.currentTarget, side));
    setWrong(!read.ok && read.wrong.has('email'));
    if (read.ok) making.mutate(read.data);
  };
  return (
    <form onSubmit={submit} className={styles.invite} noValidate>
      {everySide && (
        <SegmentedControl
          fullWidth aria-label={say('side')} value={side} onChange={value => { setSide(value); }}
          data={Side.options.map(value => ({ value, label: <span className={styles.choice}><SideGlyph side={value} />{noun(`side.${value}`)}</span> }))}
        />
      )}
      <div className={styles.two}>
        <Select key={side} size="md" name="role" label={say('role')} defaultValue="editor" options={roles.map(role => ({ value: role, label: say(`todo_${role}`) }))} />
        <Select size="md" name="days" label={say('days')} defaultValue="14" options={DAYS.map(days => ({ value: days, label: say(`days_${days}`) }))} />
      </div>
      {everySide && side === 'client' && <Checkbox name="approver" label={say('approver')} />}
      <TextInput
        size="md" name="email" type="email" label={say('email')} description={say('emailWords')} placeholder={say('example')} autoComplete="off"
        error={wrong && say('wrongEmail')}
      />
      <Refused error={making.error} />
      <Button type="submit" size="md" loading={making.isPending} className={styles.make}>{say('make')}</Button>
    </form>
  );
}

/** What a form holds as text, in the types of an invitation. */
function asked(form: HTMLFormElement, side: Side) {
  const fields = new FormData(form);
  const email = fields.get('email');
  return {
    side,
    days: Number(fields.get('days')),
    approver: side === 'client' && fields.has('approver'),
    email: typeof email === 'string' && email.trim() !== '' ? email : null,
  };
}

function useInvite(project: ProjectView, onMade: (made: InvitationMade) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wanted: Invite) => invite(project.id, wanted),
    onSuccess: made => {
      onMade(made);
      void queries.invalidateQueries({ queryKey: projectKeys(project.id).invitations });
    },
  });
}
