/** People of the project by their member id, former ones too. */
import { useMemo } from 'react';
import type { MemberView } from '../../../shared/members.ts';
import { firstNameOf } from '../../ui/initials.ts';

export interface Names {
  /** Undefined while members are on their way. */
  person: (id: string) => MemberView | undefined;
  full: (id: string) => string;
  first: (id: string) => string;
}

export function useNames(members: readonly MemberView[]): Names {
  return useMemo(() => {
    const known = new Map<string, MemberView>(members.map(member => [member.id, member]));
    const full = (id: string): string => known.get(id)?.name ?? '…';
    return { person: id => known.get(id), full, first: id => firstNameOf(full(id)) };
  }, [members]);
}
