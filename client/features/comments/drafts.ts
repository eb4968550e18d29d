/** What somebody has begun to write in each thread, while the page lives: closing a panel loses no word. */
import type { Audience } from '../../../shared/comments.ts';

export interface Draft {
  body: string;
  /** The last choice is kept within one thread only, so that nobody answers the client with the inside still chosen. */
  audience: Audience;
}

const drafts = new Map<string, Draft>();
const key = (projectId: string, anchor: string): string => `${projectId} ${anchor}`;

export function draftOf(projectId: string, anchor: string): Draft {
  return drafts.get(key(projectId, anchor)) ?? { body: '', audience: 'everyone' };
}

export function keepDraft(projectId: string, anchor: string, draft: Draft): void {
  drafts.set(key(projectId, anchor), draft);
}
