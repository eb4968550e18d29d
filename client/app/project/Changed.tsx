/** "Approved was version 3. This text has changed since." for pages that show the living text; loads after them. */
import { lazy, Suspense } from 'react';
import type { ProjectView } from '../../../shared/projects.ts';
import styles from './Changed.module.css';

const ChangedSince = lazy(async () => ({ default: (await import('../../features/approval/ChangedSince.tsx')).ChangedSince }));

/** `over`: floats above a page that fills the window, out of the way of its tools. */
export function Changed({ project, over = false }: { project: ProjectView; over?: boolean }) {
  return (
    <div className={over ? styles.over : styles.above}>
      <Suspense><ChangedSince project={project} /></Suspense>
    </div>
  );
}
