/** What the page may say about saving, from what is known. Knows no line, no document and no clock. */
import type { CloseReason } from '../../shared/rooms.ts';
import type { SaveStatus } from './types.ts';

export interface Known {
  ended: CloseReason | undefined;
  /** There is something truthful to draw. */
  ready: boolean;
  /** What the device believes of its network. */
  online: boolean;
  connected: boolean;
  /** Not connected for so long that "reconnecting" would be a comfort, not the truth. */
  longAway: boolean;
  /** What is written outlives this page. */
  keptHere: boolean;
  /** Since when the server shows words before it can save them, this page's clock, epoch ms; undefined while it saves. */
  delayedSince: number | undefined;
  /** Changes that the server has not confirmed. */
  unsaved: number;
  /** The server has confirmed everything that this page knows. */
  allSaved: boolean;
  savedAt: number;
}

export const NOTHING_KNOWN: Known = {
  ended: undefined, ready: false, online: true, connected: false, longAway: false, keptHere: false,
  delayedSince: undefined, unsaved: 0, allSaved: false, savedAt: 0,
};

export function statusOf(known: Known): SaveStatus {
  if (known.ended) return { kind: 'ended', reason: known.ended };
  // A line that stands is the truth, whatever the device believes: the server may run on it.
  const away = !known.connected && (!known.online || known.longAway);
  // "Kept on this device" is a promise; where it cannot be given, the page goes on trying and says so.
  if (away) return known.keptHere ? { kind: 'offline', changes: known.unsaved } : { kind: 'reconnecting' };
  if (!known.ready) return { kind: 'opening' };
  if (!known.connected) return { kind: 'reconnecting' };
  if (known.delayedSince !== undefined) return { kind: 'delayed', since: known.delayedSince };
  return known.allSaved ? { kind: 'saved', at: known.savedAt } : { kind: 'saving' };
}
