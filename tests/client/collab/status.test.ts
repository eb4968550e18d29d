import { describe, expect, test } from 'vitest';
import { type Known, NOTHING_KNOWN, statusOf } from '../../../client/collab/status.ts';

const fine: Known = { ...NOTHING_KNOWN, ready: true, connected: true, keptHere: true, allSaved: true, savedAt: 1_000 };

describe('what the page says about saving', () => {
  test.each<[string, Partial<Known>, ReturnType<typeof statusOf>]>([
    ['the server has everything', {}, { kind: 'saved', at: 1_000 }],
    ['something is under way', { allSaved: false, unsaved: 2 }, { kind: 'saving' }],
    ['the server cannot save', { delayedSince: 500, allSaved: false, unsaved: 2 }, { kind: 'delayed', since: 500 }],
    ['the server cannot save, but has everything of ours', { delayedSince: 500 }, { kind: 'delayed', since: 500 }],
    ['the line has just broken', { connected: false, unsaved: 1 }, { kind: 'reconnecting' }],
    ['the line has been broken for long', { connected: false, longAway: true, unsaved: 3 }, { kind: 'offline', changes: 3 }],
    ['the device has no network', { online: false, connected: false, unsaved: 4 }, { kind: 'offline', changes: 4 }],
    ['the device has no network, and the server runs on it', { online: false }, { kind: 'saved', at: 1_000 }],
    ['the device keeps nothing', { online: false, connected: false, keptHere: false, unsaved: 1 }, { kind: 'reconnecting' }],
    ['nothing is there to be drawn', { ready: false }, { kind: 'opening' }],
    ['the line has ended, whatever else is true', { ended: 'accessEnded', online: false }, { kind: 'ended', reason: 'accessEnded' }],
  ])('when %s', (_, known, status) => {
    expect(statusOf({ ...fine, ...known })).toEqual(status);
  });
});
