/** One project in the list: its name, with whom, how far, and as whom one takes part. */
import { ActionIcon, Menu } from '@mantine/core';
import { Archive, ArchiveRestore, Ellipsis } from 'lucide-react';
import { Link } from 'react-router';
import { allows } from '../../../shared/access.ts';
import { type ProjectView, Stage } from '../../../shared/projects.ts';
import { useChangeProject } from '../../api/projects.ts';
import { NOUNS } from '../../ui/nouns.ts';
import { shortFirm } from '../../ui/shortFirm.ts';
import { SideGlyph } from '../../ui/SideGlyph.tsx';
import { StationLine } from '../../ui/StationLine.tsx';
import { texts, useLanguage, useText } from '../../ui/text.ts';
import { toast, undoToast } from '../../ui/undoToast.tsx';
import { useFormat } from '../../ui/useFormat.ts';
import { refusalSentence } from '../../ui/useRefusal.ts';
import styles from './ProjectsPage.module.css';

const TEXTS = texts('projects.row', {
  en: {
    stage: 'Stage', changed: 'changed {{ago}}', more: 'More about {{title}}', archive: 'Put aside', restore: 'Take back',
    archived: '“{{title}}” has been put aside.', restored: '“{{title}}” is among the open projects again.',
  },
  it: {
    stage: 'A che punto', changed: 'ultima modifica: {{ago}}', more: 'Altro su {{title}}', archive: 'Metti da parte', restore: 'Riprendi',
    archived: '«{{title}}» è messo da parte.', restored: '«{{title}}» è di nuovo tra i progetti aperti.',
  },
});

export function ProjectRow({ project }: { project: ProjectView }) {
  const say = useText(TEXTS);
  const noun = useText(NOUNS);
  const format = useFormat();
  const { side, role, approver } = project.me;
  const stations = Stage.options.map(stage => ({ id: stage, label: noun(`stage.${stage}`) }));
  return (
    <li className={styles.row}>
      <div>
        <Link to={`/projects/${project.id}`} className={styles.title}>{project.title}</Link>
        <p className={styles.firms}>{noun('firms', { client: shortFirm(project.clientName), seller: shortFirm(project.sellerName) })}</p>
      </div>
      <div className={styles.stage}>
        <StationLine small stations={stations} at={Stage.options.indexOf(project.stage)} label={say('stage')} />
        <p className={styles.when}>{say('changed', { ago: format.ago(project.changedAt) })}</p>
      </div>
      <div className={styles.me}>
        <SideGlyph side={side} />
        <span>{shortFirm(side === 'client' ? project.clientName : project.sellerName)}</span>
        <span className={styles.does}>{noun(approver ? 'does.approver' : `does.${role}`)}</span>
      </div>
      <div className={styles.more}>{allows({ side, role, approver }, 'project.manage') && <More project={project} />}</div>
    </li>
  );
}

function More({ project }: { project: ProjectView }) {
  const say = useText(TEXTS);
  const language = useLanguage();
  const { mutateAsync } = useChangeProject(project.id);
  const archived = project.archivedAt !== null;
  const put = async (away: boolean): Promise<void> => {
    try {
      await mutateAsync({ archived: away });
      undoToast(say(away ? 'archived' : 'restored', { title: project.title }), () => void put(!away));
    } catch (error) {
      toast(refusalSentence(error, language));
    }
  };
  const Icon = archived ? ArchiveRestore : Archive;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={say('more', { title: project.title })}>
          <Ellipsis size={18} strokeWidth={1.75} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon size={18} strokeWidth={1.75} aria-hidden />} onClick={() => void put(!archived)}>
          {say(archived ? 'restore' : 'archive')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
