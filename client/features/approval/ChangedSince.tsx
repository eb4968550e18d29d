/** "Approved was version 3. This text has changed since.": wherever the living text stands and no longer is what was approved. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { GitCompareArrows } from 'lucide-react';
import { Link } from 'react-router';
import type { ProjectView } from '../../../shared/projects.ts';
import { useReadable, useRoomOrNone } from '../../collab/CollabContext.tsx';
import type { LiveRoom } from '../../collab/types.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useText } from '../../ui/text.ts';
import { deskQuery } from './api.ts';
import { approvedVersion } from './standing.ts';
import { useLivingHash } from './useLivingHash.ts';
import { WORDS } from './words.ts';

/** Nothing while nothing is approved, while both are the same, and where no document is open. */
export function ChangedSince({ project }: { project: ProjectView }) {
  const room = useRoomOrNone();
  return room && <Compared project={project} room={room} />;
}

function Compared({ project, room }: { project: ProjectView; room: LiveRoom }) {
  const say = useText(WORDS);
  const ready = useReadable(room.ready);
  const desk = useQuery(deskQuery(project.id)).data;
  const approved = desk && approvedVersion(desk);
  const living = useLivingHash(room.doc, project, ready && approved !== undefined);
  if (!approved || living === undefined || living === approved.contentHash) return null;
  const open = <Button component={Link} to={`/projects/${project.id}/approval/versions/${approved.id}`} size="xs" variant="default">{say('openCopy')}</Button>;
  return <Notice tone="attention" icon={GitCompareArrows} title={say('changedTitle', { number: approved.number ?? 0 })} action={open}>{say('changedWhat')}</Notice>;
}
