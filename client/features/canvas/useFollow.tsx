/** Sees the board through somebody else's window until one moves it oneself. */
import { useReducedMotion } from '@mantine/hooks';
import { useReactFlow } from '@xyflow/react';
import { useEffect, useSyncExternalStore } from 'react';
import type { MemberId } from '../../../shared/ids.ts';
import type { Presence } from '../../collab/types.ts';
import { useCanvas, useWords } from './CanvasContext.tsx';

export function useFollow(memberId: MemberId | null): void {
  const { people } = useCanvas();
  const { setCenter } = useReactFlow();
  const still = useReducedMotion();
  const view = useSyncExternalStore(people.subscribe, (): Presence['view'] => (memberId ? people.viewOf(memberId) : null));
  const { x, y, zoom } = view ?? {};
  useEffect(() => {
    if (x !== undefined && y !== undefined && zoom !== undefined) void setCenter(x, y, { zoom, duration: still ? 0 : 120 });
  }, [x, y, zoom, setCenter, still]);
}

export function FollowStrip({ memberId, onStop }: { memberId: MemberId; onStop: () => void }) {
  const { people } = useCanvas();
  const say = useWords();
  const someone = people.someone(memberId);
  return (
    <div className="cv-follow" data-side={someone?.side} role="status">
      <span>{say('following', { name: someone?.firstName ?? say('someone') })}</span>
      <button type="button" className="cv-text-button" onClick={onStop}>{say('stopFollowing')}</button>
    </div>
  );
}
