/** Ending somebody's place, or one's own: asks once, and says what follows. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { MemberView } from '../../../shared/members.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import { leaveProject, removeMember } from '../../api/members.ts';
import { projectKeys } from '../../api/renewal.ts';
import { Confirm } from '../../ui/Confirm.tsx';
import { firstNameOf } from '../../ui/initials.ts';
import { Refused } from '../../ui/Refused.tsx';
import { texts, useText } from '../../ui/text.ts';

const TEXTS = texts('people.end', {
  en: {
    remove: 'Remove {{name}} from this project?', removeVerb: 'Remove {{name}}',
    removeThen: '{{name}} loses the table at once, also where it is open just now. What {{name}} wrote stays, with the name. A new invitation brings {{name}} back.',
    leave: 'Leave this project?', leaveVerb: 'Leave the project', leaveThen: 'You lose the table at once. What you wrote stays, with your name. Only a new invitation brings you back.',
  },
  it: {
    remove: 'Togliere {{name}} da questo progetto?', removeVerb: 'Togli {{name}}',
    removeThen: '{{name}} perde subito il tavolo, anche dove ora è aperto. Ciò che ha scritto resta, con il suo nome. Un nuovo invito può far tornare {{name}}.',
    leave: 'Lasciare questo progetto?', leaveVerb: 'Lascia il progetto', leaveThen: 'Perdi subito il tavolo. Ciò che hai scritto resta, con il tuo nome. Solo un nuovo invito ti fa tornare.',
  },
});

interface Props {
  member: MemberView;
  project: ProjectView;
  mine: boolean;
  opened: boolean;
  onClose: () => void;
}

export function EndPlace({ member, project, mine, opened, onClose }: Props) {
  const say = useText(TEXTS);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const name = firstNameOf(member.name);
  const ending = useMutation({
    mutationFn: () => (mine ? leaveProject(project.id) : removeMember(project.id, member.id)),
    onSuccess: async () => {
      onClose();
      void queries.invalidateQueries({ queryKey: ['projects'] });
      if (mine) await navigate('/');
      else await queries.invalidateQueries({ queryKey: projectKeys(project.id).members });
    },
  });
  return (
    <Confirm
      danger opened={opened} onClose={onClose} onConfirm={() => { ending.mutate(); }} busy={ending.isPending}
      question={say(mine ? 'leave' : 'remove', { name })} verb={say(mine ? 'leaveVerb' : 'removeVerb', { name })}
    >
      <p>{say(mine ? 'leaveThen' : 'removeThen', { name })}</p>
      <Refused error={ending.error} />
    </Confirm>
  );
}
