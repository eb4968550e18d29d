/** Board or list: two ways of looking at the same canvas. */
import { LayoutDashboard, List } from 'lucide-react';
import { useWords } from './CanvasContext.tsx';

export type View = 'board' | 'list';
const ICONS = { board: LayoutDashboard, list: List } as const;

export function ViewSwitch({ view, onChange }: { view: View; onChange: (view: View) => void }) {
  const say = useWords();
  return (
    <div className="cv-switch" role="group" aria-label={say('view')}>
      {(['board', 'list'] as const).map(choice => {
        const Icon = ICONS[choice];
        return (
          <button key={choice} type="button" aria-pressed={view === choice} onClick={() => view !== choice && onChange(choice)}>
            <Icon size={17} strokeWidth={1.75} aria-hidden />
            {say(choice)}
          </button>
        );
      })}
    </div>
  );
}
