/** Takes a row away, and offers it back for a while. */
import { ActionIcon } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { undoToast } from '../../../ui/undoToast.tsx';
import { useMayWrite, useTable } from '../ValueContext.tsx';

export function RemoveButton({ row, label, removed }: { row: string; label: string; removed: string }) {
  const { desk } = useTable();
  if (!useMayWrite()) return null;
  const remove = (): void => {
    desk.remove([row]);
    undoToast(removed, () => { desk.restore([row]); });
  };
  return <ActionIcon variant="subtle" color="gray" size={30} aria-label={label} onClick={remove}><Trash2 size={16} strokeWidth={1.75} aria-hidden /></ActionIcon>;
}
