/** Where the others point: a flag in the colour and shape of their side, paler when still, gone when away. */
import { useStore, ViewportPortal } from '@xyflow/react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { PersonHere } from '../../collab/types.ts';
import { useCanvas } from './CanvasContext.tsx';
import type { Someone } from './people.ts';

const PALE_AFTER_MS = 5_000;
const GONE_AFTER_MS = 30_000;

export function Cursors() {
  const { people, room } = useCanvas();
  useSyncExternalStore(people.subscribe, () => room.people.get());
  const zoom = useStore(state => state.transform[2]);
  return (
    <ViewportPortal>
      {people.others().map(person => {
        const someone = people.someone(person.memberId);
        return someone && person.presence.pointer && <Cursor key={person.clientId} person={person} someone={someone} at={person.presence.pointer} zoom={zoom} />;
      })}
    </ViewportPortal>
  );
}

interface Props {
  person: PersonHere;
  someone: Someone;
  at: { x: number; y: number };
  zoom: number;
}

function Cursor({ person, someone, at, zoom }: Props) {
  const age = useAge(person.changedAt);
  if (age === 'gone') return null;
  return (
    <div className="cv-cursor" data-age={age} style={{ transform: `translate(${at.x}px, ${at.y}px)` }} aria-hidden>
      <div className={`cv-cursor-flag cv-side-${someone.side}`} style={{ transform: `scale(${1 / zoom})` }}>
        <svg width="16" height="18" viewBox="0 0 16 18"><path d="M1.5 1.5 L14 8 L8 9.6 L5 15.5 Z" /></svg>
        <span data-side={someone.side}>{someone.firstName}</span>
      </div>
    </div>
  );
}

type Age = 'fresh' | 'pale' | 'gone';

/** Renews itself when the next border is crossed, not every second. */
function useAge(changedAt: number): Age {
  const [now, setNow] = useState(changedAt);
  const still = Math.max(now, changedAt) - changedAt;
  const age: Age = still >= GONE_AFTER_MS ? 'gone' : still >= PALE_AFTER_MS ? 'pale' : 'fresh';
  useEffect(() => {
    if (age === 'gone') return;
    const next = changedAt + (age === 'fresh' ? PALE_AFTER_MS : GONE_AFTER_MS);
    const timer = setTimeout(() => setNow(Date.now()), Math.max(0, next - Date.now()) + 20);
    return () => clearTimeout(timer);
  }, [age, changedAt]);
  return age;
}
