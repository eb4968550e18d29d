/** Several things in line, or with equal gaps. */
import { Menu } from '@mantine/core';
import {
  AlignCenterHorizontal, AlignCenterVertical, AlignEndHorizontal, AlignEndVertical, AlignHorizontalSpaceBetween, AlignStartHorizontal,
  AlignStartVertical, AlignVerticalSpaceBetween, type LucideIcon,
} from 'lucide-react';
import { type CanvasWord, useCanvas, useWords } from './CanvasContext.tsx';
import type { Side } from './geometry.ts';
import { ToolButton } from './ToolButton.tsx';

const SIDES: readonly [Side, CanvasWord, LucideIcon][] = [
  ['left', 'alignLeft', AlignStartVertical], ['centre', 'alignCentre', AlignCenterVertical], ['right', 'alignRight', AlignEndVertical],
  ['top', 'alignTop', AlignStartHorizontal], ['middle', 'alignMiddle', AlignCenterHorizontal], ['bottom', 'alignBottom', AlignEndHorizontal],
];
const AXES: readonly ['x' | 'y', CanvasWord, LucideIcon][] = [
  ['x', 'distributeX', AlignHorizontalSpaceBetween], ['y', 'distributeY', AlignVerticalSpaceBetween],
];

export function AlignMenu({ count }: { count: number }) {
  const { desk } = useCanvas();
  const say = useWords();
  return (
    <Menu position="bottom">
      <Menu.Target><ToolButton icon={AlignStartVertical} name={say('align')} /></Menu.Target>
      <Menu.Dropdown className="cv-menu" aria-label={say('align')}>
        {SIDES.map(([side, word, Icon]) => (
          <Menu.Item key={side} leftSection={<Icon size={16} strokeWidth={1.75} aria-hidden />} onClick={() => desk.align(side)}>{say(word)}</Menu.Item>
        ))}
        <Menu.Divider />
        {AXES.map(([axis, word, Icon]) => (
          <Menu.Item key={axis} disabled={count < 3} leftSection={<Icon size={16} strokeWidth={1.75} aria-hidden />} onClick={() => desk.distribute(axis)}>{say(word)}</Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
