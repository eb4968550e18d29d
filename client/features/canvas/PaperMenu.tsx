/** The papers one may write on; without a choice a note takes the paper of its kind. */
import { Menu } from '@mantine/core';
import { Check } from 'lucide-react';
import { useCanvas, useWords } from './CanvasContext.tsx';
import { PAPERS } from './kinds.ts';

export function PaperMenu() {
  const { desk } = useCanvas();
  const say = useWords();
  const papers = new Set(desk.selected().flatMap(element => (element.type === 'note' ? [element.paper] : [])));
  const [only] = papers.size === 1 ? papers : [];
  return (
    <Menu.Dropdown className="cv-menu cv-papers" aria-label={say('colour')}>
      <Menu.Item onClick={() => desk.setPaper(null)} rightSection={only === null && <Check size={16} aria-hidden />}>{say('ownColour')}</Menu.Item>
      <Menu.Divider />
      {PAPERS.map(paper => (
        <Menu.Item
          key={paper} onClick={() => desk.setPaper(paper)} leftSection={<span className="cv-paper-dot" data-paper={paper} />}
          rightSection={only === paper && <Check size={16} aria-hidden />}
        >
          {say(paper === 'plain' ? 'paper_plain' : paper)}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  );
}
