/** What the approval pages ask of the server. Keys begin with `approval`, so that news of rounds renew them. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { FrozenContent } from '../../../shared/documents/version.ts';
import type { ApprovalId, ProjectId, RoundId, VersionId } from '../../../shared/ids.ts';
import { hashOf } from '../../../shared/verify/canonical.ts';
import { ApprovalDesk, ApprovalLine, type Decide, type Hash, type PutToClient, Receipt, RoundView, VersionView } from '../../../shared/versions.ts';
import { ask } from '../../api/call.ts';
import { projectKeys } from '../../api/renewal.ts';

export const deskQuery = (projectId: ProjectId) =>
  queryOptions({
    queryKey: projectKeys(projectId).approval,
    queryFn: ({ signal }) => ask('GET', `/api/projects/${projectId}/approval`, ApprovalDesk, { signal }),
  });

export const receiptQuery = (projectId: ProjectId, id: ApprovalId) =>
  queryOptions({
    queryKey: [...projectKeys(projectId).approval, 'receipt', id],
    queryFn: ({ signal }) => ask('GET', `/api/projects/${projectId}/approvals/${id}`, Receipt, { signal }),
  });

/** What a page draws, and the fingerprint of that very object: never of the bytes it came from. */
export interface Frozen {
  content: FrozenContent;
  hash: Hash;
}

/** A frozen copy never changes, so it is asked for once; its key is out of reach of any renewal. */
export const frozenQuery = (projectId: ProjectId, id: VersionId) =>
  queryOptions({
    queryKey: ['frozen', projectId, id],
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<Frozen> => {
      const content = await ask('GET', `/api/projects/${projectId}/versions/${id}/content`, FrozenContent, { signal });
      return { content, hash: hashOf(content).hash };
    },
    structuralSharing: false,
  });

export const versionFile = (projectId: ProjectId, id: VersionId): string => `/api/projects/${projectId}/versions/${id}/file`;
export const approvalFile = (projectId: ProjectId, id: ApprovalId): string => `/api/projects/${projectId}/approvals/${id}/file`;

/**
 * Each deed of this noun; afterwards the desk, home and receipts are asked for again. `onDone` belongs to the deed and
 * not to its call: news of one's own deed may arrive first and take the button away that was pressed.
 */
function useDeed<Wish, Done>(projectId: ProjectId, act: (wish: Wish) => Promise<Done>, onDone?: (done: Done) => void) {
  const queries = useQueryClient();
  const { approval, home } = projectKeys(projectId);
  return useMutation({
    mutationFn: act,
    onSuccess: done => onDone?.(done),
    // After a refusal too: most say that the page is behind what happened.
    onSettled: () => Promise.all([approval, home].map(queryKey => queries.invalidateQueries({ queryKey }))),
  });
}

export const useFreeze = (projectId: ProjectId, onDone: () => void) =>
  useDeed(projectId, (name: string) => ask('POST', `/api/projects/${projectId}/versions`, VersionView, { body: { name } }), onDone);

export const usePut = (projectId: ProjectId, id: VersionId, onDone: () => void) =>
  useDeed(projectId, (wish: PutToClient) => ask('POST', `/api/projects/${projectId}/versions/${id}/rounds`, RoundView, { body: wish }), onDone);

export const useWithdraw = (projectId: ProjectId, onDone: () => void) =>
  useDeed(projectId, (id: RoundId) => ask('POST', `/api/projects/${projectId}/rounds/${id}/withdrawal`, RoundView), onDone);

export const useAnswer = (projectId: ProjectId, id: RoundId, onDone: (kept: ApprovalLine) => void) =>
  useDeed(projectId, (answer: Decide) => ask('POST', `/api/projects/${projectId}/rounds/${id}/approvals`, ApprovalLine, { body: answer }), onDone);
