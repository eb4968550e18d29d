/** The browser's own select in our clothes: known to every keyboard, phone and screen reader. */
import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { ChevronDown } from 'lucide-react';

interface Props<T extends string> extends Omit<NativeSelectProps, 'data' | 'value' | 'onChange' | 'rightSection'> {
  options: readonly { value: T; label: string }[];
  value?: T;
  onChange?: (value: T) => void;
}

export function Select<T extends string>({ options, onChange, ...rest }: Props<T>) {
  return (
    <NativeSelect
      {...rest}
      data={[...options]}
      rightSection={<ChevronDown size={16} strokeWidth={1.75} aria-hidden />}
      {...(onChange ? { onChange: event => { onChange(event.currentTarget.value as T); } } : {})}
    />
  );
}
