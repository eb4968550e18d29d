/** Everything at `/projects/:projectId/approval`: the desk, one's own answer, frozen copies and receipts. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Navigate, Route, Routes, useParams } from 'react-router';
import type * as z from 'zod';
import { ApprovalId, VersionId } from '../../../shared/ids.ts';
import type { MemberView } from '../../../shared/members.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import type { ApprovalDesk } from '../../../shared/versions.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Page } from '../../ui/Page.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { deskQuery } from './api.ts';
import { Desk } from './Desk.tsx';
import { ReceiptPage } from './ReceiptPage.tsx';
import { OpenDoubtsContext } from './slots.ts';
import { roundForMe } from './standing.ts';
import { VersionPage } from './VersionPage.tsx';

export interface ApprovalProps {
  project: ProjectView;
  /** Present and former members: those who answered keep their names. */
  members: readonly MemberView[];
  /** Stands above receipts: "Approved was version 3. This text has changed since." */
  banner?: ReactNode;
  /** Doubts that nobody has answered: seen before one approves, and before a version is put. */
  doubts?: ReactNode;
}
/** The same with the desk loaded; every page here reads it. */
export interface DeskProps extends Omit<ApprovalProps, 'doubts'> {
  desk: ApprovalDesk;
}

export function ApprovalPages({ doubts, ...props }: ApprovalProps) {
  const desk = useQuery(deskQuery(props.project.id));
  if (!desk.data) return <Page>{desk.error ? <Refused error={desk.error} again={() => void desk.refetch()} /> : <Loading lines={6} />}</Page>;
  const all = { ...props, desk: desk.data };
  return (
    <OpenDoubtsContext value={doubts}>
      <Routes>
        <Route index element={<First {...all} />} />
        <Route path="versions" element={<Desk {...all} />} />
        <Route path="versions/:id" element={<WithId schema={VersionId}>{id => <VersionPage key={id} {...all} versionId={id} />}</WithId>} />
        <Route path="receipts/:id" element={<WithId schema={ApprovalId}>{id => <ReceiptPage key={id} {...all} approvalId={id} />}</WithId>} />
        <Route path="*" element={<Navigate to=".." replace />} />
      </Routes>
    </OpenDoubtsContext>
  );
}

/** Whoever is asked finds what they are asked; everybody else what there is. */
function First(props: DeskProps) {
  const round = roundForMe(props.desk, props.project.me);
  return round ? <VersionPage key={round.versionId} {...props} versionId={round.versionId} /> : <Desk {...props} />;
}

function WithId<Schema extends z.ZodType>({ schema, children }: { schema: Schema; children: (id: z.infer<Schema>) => ReactNode }) {
  const read = schema.safeParse(useParams()['id']);
  return read.success ? children(read.data) : <Navigate to=".." replace />;
}
