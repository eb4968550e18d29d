/** The home of a project answers first: what are we doing together, and what is still open between us? */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ProjectView } from '../../../shared/projects.ts';
import { membersQuery } from '../../api/members.ts';
import { projectHomeQuery } from '../../api/projects.ts';
import type { LiveRoom } from '../../collab/types.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Page, PageTitle } from '../../ui/Page.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { texts, useText } from '../../ui/text.ts';
import { CanvasCard } from './CanvasCard.tsx';
import styles from './home.module.css';
import { OpenCard, type OpenFigure } from './OpenCard.tsx';
import { RoundCard } from './RoundCard.tsx';
import { StagesOf, TogetherCard } from './TogetherCard.tsx';
import { WrittenCard } from './WrittenCard.tsx';

const TEXTS = texts('home.page', { en: { title: 'Home' }, it: { title: 'Inizio' } });

interface Props {
  project: ProjectView;
  room: LiveRoom;
  /** The conversation about the project as a whole. */
  talk?: ReactNode;
  /** What has to be known first: "Approved was version 3. This text has changed since." */
  banner?: ReactNode;
  /** What both create together, in figures, with the stages of the project at its foot; nothing before anything is counted. */
  value?: ((stages: ReactNode) => ReactNode) | undefined;
  /** What is still open about the figures. */
  openFigures?: readonly OpenFigure[];
}

export function HomePage({ project, room, talk, banner, value, openFigures = [] }: Props) {
  const say = useText(TEXTS);
  const home = useQuery(projectHomeQuery(project.id));
  const members = useQuery(membersQuery(project.id));
  const facts = home.data && members.data ? { home: home.data, members: members.data } : undefined;
  return (
    <Page>
      <PageTitle hidden within={project.title}>{say('title')}</PageTitle>
      <Refused error={home.error ?? members.error} again={() => void Promise.all([home.refetch(), members.refetch()])} />
      {banner}
      <div className={styles.grid}>
        <div className={styles.column}>
          {facts && <RoundCard project={project} {...facts} />}
          {value ? value(<StagesOf project={project} />) : <TogetherCard project={project} />}
          {members.data && <CanvasCard project={project} room={room} members={members.data} />}
        </div>
        <div className={styles.column}>
          {facts ? <OpenCard project={project} room={room} figures={openFigures} {...facts} /> : <div className={styles.second}><Loading lines={5} /></div>}
          {members.data && <WrittenCard project={project} room={room} members={members.data} />}
          {talk && <div className={`${styles.talk} ${styles.third}`} id="talk">{talk}</div>}
        </div>
      </div>
    </Page>
  );
}
