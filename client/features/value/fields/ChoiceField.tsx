/** One cell of the model that holds one of a few words, as a labelled select. */
import { type CellKey, fieldOf } from '../../../../shared/value/keys.ts';
import { readField } from '../../../../shared/value/fields.ts';
import { Select } from '../../../ui/Select.tsx';
import { useCell, useMayWrite, useTable } from '../ValueContext.tsx';

interface Props {
  cell: CellKey;
  label: string;
  options: readonly { value: string; label: string }[];
}

export function ChoiceField({ cell: key, label, options }: Props) {
  const cell = useCell(key);
  const { desk } = useTable();
  const mayWrite = useMayWrite();
  const field = fieldOf(key);
  if (field?.kind !== 'choice') return null;
  return (
    <Select label={label} options={options} value={readField(field, cell?.value).value} disabled={!mayWrite} onChange={value => { desk.write([[key, value]]); }} />
  );
}
