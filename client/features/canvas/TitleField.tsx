/** One line of text being changed in place: Enter or leaving keeps it, Escape does not. */
import { useState } from 'react';
import { LIMITS } from '../../../shared/limits.ts';

interface Props {
  name: string;
  value: string;
  onDone: (value: string) => void;
  onCancel: () => void;
}

export function TitleField({ name, value, onDone, onCancel }: Props) {
  const [typed, setTyped] = useState(value);
  return (
    <input
      className="cv-title-field nodrag nopan nokey" aria-label={name} value={typed} maxLength={LIMITS.titleLength} autoFocus
      onFocus={event => event.target.select()}
      onChange={event => setTyped(event.target.value)}
      onBlur={() => onDone(typed.trim())}
      onKeyDown={event => {
        event.stopPropagation();
        if (event.key === 'Enter') onDone(typed.trim());
        if (event.key === 'Escape') onCancel();
      }}
    />
  );
}
