/** A button with an icon, a name and its key: the one shape of every tool on the canvas. */
import { Tooltip } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef, MouseEvent } from 'react';

interface Props extends Omit<ComponentPropsWithRef<'button'>, 'name' | 'children'> {
  icon: LucideIcon;
  name: string;
  /** The key that does the same, shown beside the name. */
  shortcut?: string | undefined;
  pressed?: boolean | undefined;
  disabled?: boolean | undefined;
  /** Why it is disabled; shown instead of the key. */
  why?: string | null | undefined;
  /** Does not take the focus from where one writes. */
  keepFocus?: boolean | undefined;
  onPress?: ((event: MouseEvent<HTMLButtonElement>) => void) | undefined;
  side?: 'right' | 'top' | 'bottom';
}

export function ToolButton({ icon: Icon, name, shortcut, pressed, disabled = false, why, keepFocus = false, onPress, onClick, side = 'top', ...rest }: Props) {
  const hint = disabled && why ? `${name}. ${why}` : shortcut ? `${name} (${shortcut})` : name;
  return (
    <Tooltip label={hint} position={side} events={{ hover: true, focus: true, touch: false }}>
      <button
        {...rest} type="button" className="cv-tool" aria-label={name}
        {...(pressed !== undefined && { 'aria-pressed': pressed })}
        {...(shortcut && { 'aria-keyshortcuts': shortcut })}
        // Not `disabled`: a reader must be able to reach it and hear why.
        aria-disabled={disabled}
        {...(disabled && why && { 'aria-description': why })}
        onMouseDown={keepFocus ? stay : undefined}
        onClick={disabled ? undefined : (onPress ?? onClick)}
      >
        <Icon size={18} strokeWidth={1.75} aria-hidden />
      </button>
    </Tooltip>
  );
}

function stay(event: MouseEvent): void {
  event.preventDefault();
}
