/** The newest frozen version among what is open: not yet put to anybody, or put and answered with something other than a yes. */
import { FileText, Snowflake, Undo2 } from 'lucide-react';
import { Link } from 'react-router';
import type { ProjectHome } from '../../../shared/home.ts';
import type { MemberView } from '../../../shared/members.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import { firstNameOf } from '../../ui/initials.ts';
import { shortFirm } from '../../ui/shortFirm.ts';
import { type Say, texts, useText } from '../../ui/text.ts';
import { useFormat } from '../../ui/useFormat.ts';
import styles from './home.module.css';

const TEXTS = texts('home.version', {
  en: {
    version: 'Version {{n}} was frozen on {{date}}', draft: 'The draft “{{name}}” was frozen on {{date}}', look: 'Nobody is asked for an answer just now.',
    changes: '{{firm}} asked for changes to version {{n}}', declined: '{{firm}} declined version {{n}}', said: '{{name}}: “{{words}}”', somebody: 'Somebody',
  },
  it: {
    version: 'La versione {{n}} è stata congelata il {{date}}', draft: 'La bozza «{{name}}» è stata congelata il {{date}}', look: 'Per ora nessuno deve rispondere.',
    changes: '{{firm}} ha chiesto modifiche alla versione {{n}}', declined: '{{firm}} non ha approvato la versione {{n}}', said: '{{name}}: «{{words}}»', somebody: 'Qualcuno',
  },
});

type LastVersion = NonNullable<ProjectHome['version']>;

/** What was approved is not open any more. */
export const isVersionOpen = ({ outcome }: LastVersion): boolean => outcome?.state !== 'approved';

/** Somebody answered with something other than a yes: the first thing that is open. */
export const isVersionRefused = ({ outcome }: LastVersion): boolean => outcome?.state === 'changes' || outcome?.state === 'declined';

interface Props {
  version: LastVersion;
  project: ProjectView;
  members: readonly MemberView[];
}

export function VersionItem({ version, project, members }: Props) {
  const say = useText(TEXTS);
  const format = useFormat();
  const refused = isVersionRefused(version);
  const Icon = refused ? Undo2 : version.number === null ? FileText : Snowflake;
  const words = refused && wordsOf(version, members, say);
  return (
    <Link to={`/projects/${project.id}/approval`} className={styles.openItem}>
      <Icon size={18} strokeWidth={1.75} aria-hidden className={refused ? styles.openIcon : styles.frozenIcon} />
      <span>
        <span className={styles.openWhat}>{whatOf(version, project, say, format.date(version.frozenAt))}</span>
        {words ? <span className={styles.openWords}>{words}</span> : !refused && <span className={styles.openWho}>{say('look')}</span>}
      </span>
    </Link>
  );
}

function whatOf({ outcome, number, name }: LastVersion, project: ProjectView, say: Say<(typeof TEXTS)['en']>, date: string): string {
  const n = number ?? '';
  if (outcome?.state === 'changes' || outcome?.state === 'declined') return say(outcome.state, { firm: shortFirm(project.clientName), n });
  return number === null ? say('draft', { name: name ?? '', date }) : say('version', { n, date });
}

/** Why, in the words of whoever did not say yes. */
function wordsOf({ outcome }: LastVersion, members: readonly MemberView[], say: Say<(typeof TEXTS)['en']>): string | undefined {
  if (!outcome?.words) return undefined;
  const author = members.find(({ id }) => id === outcome.by);
  return say('said', { name: author ? firstNameOf(author.name) : say('somebody'), words: outcome.words });
}
