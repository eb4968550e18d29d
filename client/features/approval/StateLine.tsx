/** Where a version stands, in one line with an icon. */
import { CircleDashed, MessageSquareText, Stamp, Undo2, XCircle, type LucideIcon } from 'lucide-react';
import { StatusLine, type StatusKind } from '../../ui/StatusLine.tsx';
import { useText } from '../../ui/text.ts';
import type { VersionState } from './standing.ts';
import { WORDS } from './words.ts';

const LOOKS: Record<VersionState, { kind: StatusKind; icon?: LucideIcon }> = {
  draft: { kind: 'frozen' },
  open: { kind: 'waiting', icon: CircleDashed },
  approved: { kind: 'good', icon: Stamp },
  changes: { kind: 'attention', icon: MessageSquareText },
  declined: { kind: 'danger', icon: XCircle },
  withdrawn: { kind: 'waiting', icon: Undo2 },
};

export function StateLine({ state, client }: { state: VersionState; client: string }) {
  const say = useText(WORDS);
  return <StatusLine {...LOOKS[state]}>{say(`state.${state}`, { client })}</StatusLine>;
}
