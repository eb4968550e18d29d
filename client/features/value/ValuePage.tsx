/** The value page: one profit-and-loss of both sides. Scenarios above, and below them the section the address asks for. */
import { type ReactNode, Suspense, useEffect } from 'react';
import { Route, Routes } from 'react-router';
import type { MemberView } from '../../../shared/members.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import { useReadable } from '../../collab/CollabContext.tsx';
import type { LiveRoom } from '../../collab/types.ts';
import { Loading } from '../../ui/Loading.tsx';
import { NothingCounted } from './NothingCounted.tsx';
import { ScenarioActions, ScenarioBar } from './scenarios/ScenarioBar.tsx';
import { SECTIONS } from './sections.ts';
import { Sections } from './Sections.tsx';
import { SlotsContext, type ValueSlots } from './slots.ts';
import { useUndoKeys } from './useUndoKeys.ts';
import { useSnapshot, useTable, ValueProvider } from './ValueContext.tsx';
import styles from './ValuePage.module.css';

interface Props extends ValueSlots {
  project: ProjectView;
  room: LiveRoom;
  members: readonly MemberView[];
  /** Stands above everything: "Approved was version 3. This text has changed since." */
  banner?: ReactNode;
  /** Where the address leads nowhere. */
  notFound: ReactNode;
}

export function ValuePage({ project, room, members, banner, notFound, ...slots }: Props) {
  const ready = useReadable(room.ready);
  useEffect(() => {
    room.setPresence({ page: 'value' });
    return () => {
      room.setPresence({ selected: [], writing: null });
    };
  }, [room]);
  return (
    <div className={styles.page}>
      {banner}
      {ready
        ? (
            <ValueProvider key={room.doc.guid} project={project} room={room} members={members}>
              <SlotsContext value={slots}><Table notFound={notFound} /></SlotsContext>
            </ValueProvider>
          )
        : <div className={`ins-frame ${styles.opening}`}><Loading lines={8} /></div>}
    </div>
  );
}

function Table({ notFound }: { notFound: ReactNode }) {
  const { model } = useSnapshot();
  useUndoKeys(useTable().desk);
  if (model.scenarios.length === 0 && model.drivers.length === 0) return <NothingCounted />;
  return (
    <>
      <ScenarioBar />
      <div className={styles.sections}><Sections /><ScenarioActions /></div>
      <Suspense fallback={<Loading lines={8} />}>
        <Routes>
          {SECTIONS.map(({ id, path, Page }) => <Route key={id} {...(path === '' ? { index: true } : { path })} element={<Page />} />)}
          <Route path="*" element={notFound} />
        </Routes>
      </Suspense>
    </>
  );
}
