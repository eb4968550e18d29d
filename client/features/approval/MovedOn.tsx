/** Above a frozen copy: that the living text or its figures are no longer what stands here. The top bar shows those of now. */
import { Button } from '@mantine/core';
import { GitCompareArrows } from 'lucide-react';
import { Link } from 'react-router';
import type { ProjectView } from '../../../shared/projects.ts';
import { useReadable, useRoomOrNone } from '../../collab/CollabContext.tsx';
import type { LiveRoom } from '../../collab/types.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useText } from '../../ui/text.ts';
import { useLivingHash } from './useLivingHash.ts';
import styles from './VersionPage.module.css';
import { WORDS } from './words.ts';

interface Props {
  project: ProjectView;
  /** Of the frozen copy. */
  contentHash: string;
}

/** Nothing while both are the same, and where no document is open. */
export function MovedOn(props: Props) {
  const room = useRoomOrNone();
  return room && <Compared {...props} room={room} />;
}

function Compared({ project, contentHash, room }: Props & { room: LiveRoom }) {
  const say = useText(WORDS);
  const living = useLivingHash(room.doc, project, useReadable(room.ready));
  if (living === undefined || living === contentHash) return null;
  const open = <Button component={Link} to={`/projects/${project.id}/proposal`} size="xs" variant="default">{say('toLiving')}</Button>;
  return <div className={styles.banner}><Notice tone="information" icon={GitCompareArrows} title={say('movedOn')} action={open}>{say('movedOnWhat')}</Notice></div>;
}
