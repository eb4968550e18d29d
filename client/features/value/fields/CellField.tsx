/** One cell of the model as a labelled field: typed, read back in the language on screen, with who else is in it. */
import { Textarea, TextInput, type TextInputProps } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import type { AmountField } from '../../../../shared/value/fields.ts';
import { type CellKey, fieldOf } from '../../../../shared/value/keys.ts';
import { useFigures } from '../useFigures.ts';
import { useCell, useMayWrite, useTable, useVisitor } from '../ValueContext.tsx';
import styles from './CellField.module.css';
import { CellNote, needsNote } from './CellNote.tsx';
import { cellValueOf, editText, plainText } from './cellText.ts';

interface Props extends Pick<TextInputProps, 'placeholder' | 'description'> {
  /** The first field of a dialog. */
  'data-autofocus'?: boolean;
  cell: CellKey;
  label: ReactNode;
  /** The label is for screen readers alone. */
  quiet?: boolean;
  /** More than one: a text over several lines. */
  lines?: number;
  narrow?: boolean;
  /** What has to be said of it stands elsewhere. */
  noteless?: boolean;
  /** Shown while the cell is empty: what it then counts as. */
  otherwise?: string;
}

export function CellField({ cell: key, label, quiet = false, lines = 1, narrow = false, noteless = false, otherwise, ...rest }: Props) {
  const cell = useCell(key);
  const visitor = useVisitor(key);
  const figures = useFigures();
  const { desk, room } = useTable();
  const mayWrite = useMayWrite();
  const noteId = useId();
  const [draft, setDraft] = useState<string>();
  const field = fieldOf(key);
  if (!field) return null;
  const begin = (): void => {
    setDraft(editText(field, cell?.value, figures));
    room.setPresence({ selected: [key], writing: key });
  };
  const end = (): void => {
    setDraft(undefined);
    room.setPresence({ selected: [], writing: null });
    if (draft !== undefined && draft !== editText(field, cell?.value, figures)) desk.write([[key, cellValueOf(field, draft, figures)]]);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Enter' && lines === 1) event.currentTarget.blur();
    if (event.key !== 'Escape' || draft === undefined) return;
    event.stopPropagation();
    setDraft(editText(field, cell?.value, figures));
  };
  const noted = needsNote(cell);
  const shared = {
    ...rest,
    ...(quiet ? { 'aria-label': typeof label === 'string' ? label : undefined } : { label }),
    value: draft ?? plainText(field, cell?.value, figures),
    placeholder: rest.placeholder ?? otherwise ?? (field.kind === 'amount' ? otherwiseOf(field, figures.amount) : undefined),
    readOnly: !mayWrite,
    onFocus: begin,
    onBlur: end,
    onKeyDown,
    'aria-invalid': noted || undefined,
    'aria-describedby': noted && !noteless ? noteId : undefined,
  };
  return (
    <div className={`${styles.field} ${narrow ? styles.narrow : ''}`} data-visitor={visitor?.side}>
      {lines > 1
        ? <Textarea {...shared} rows={lines} maxLength={2_000} onChange={event => { setDraft(event.currentTarget.value); }} />
        : <TextInput {...shared} inputMode={field.kind === 'amount' ? 'decimal' : 'text'} classNames={field.kind === 'amount' ? { input: styles.amount } : {}} onChange={event => { setDraft(event.currentTarget.value); }} />}
      {visitor && <span className={`ins-flag ${styles.flag}`} data-side={visitor.side}>{visitor.firstName}</span>}
      {!noteless && <CellNote cell={key} id={noteId} />}
    </div>
  );
}

const otherwiseOf = (field: AmountField, show: (field: AmountField, value: number) => string): string | undefined =>
  (field.otherwise === null ? undefined : show(field, field.otherwise));
