/** The two firms by their side, in running text: without legal form. */
import { useMemo } from 'react';
import type { ProjectView } from '../../../shared/projects.ts';
import type { SideOfValue } from '../../../shared/value/model.ts';
import { shortFirm } from '../../ui/shortFirm.ts';
import { useTable } from './ValueContext.tsx';

export const sidesOf = (project: Pick<ProjectView, 'clientName' | 'sellerName'>): Record<SideOfValue, string> =>
  ({ client: shortFirm(project.clientName), seller: shortFirm(project.sellerName) });

export function useSides(): Record<SideOfValue, string> {
  const { project } = useTable();
  return useMemo(() => sidesOf(project), [project]);
}

/** The side a member agrees and aims for: the seller's team stands with the seller. */
export const valueSide = (side: ProjectView['me']['side']): SideOfValue => (side === 'client' ? 'client' : 'seller');
