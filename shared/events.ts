/** Joins the socket maps of every noun: the typed news a page can receive and the requests it can make. */
import * as z from 'zod';
import type { CommentNews } from './comments.ts';
import type { DoubtNews } from './doubts.ts';
import { ProjectId } from './ids.ts';
import type { MemberNews } from './members.ts';
import type { ProjectNews } from './projects.ts';
import type { RefusalCode, RefusalParams } from './refusals.ts';
import type { VersionNews } from './versions.ts';

export type Reply<T> = { ok: true; value: T } | { ok: false; code: RefusalCode; params: RefusalParams };

export interface NewsEvents extends ProjectNews, MemberNews, CommentNews, DoubtNews, VersionNews {}

/** A page says which project it is looking at; news of it follows until it leaves. */
export const FollowProject = z.object({ projectId: ProjectId });
export interface RequestEvents {
  'project:follow': (request: z.infer<typeof FollowProject>, reply: (r: Reply<null>) => void) => void;
  'project:leave': (request: z.infer<typeof FollowProject>, reply: (r: Reply<null>) => void) => void;
}

/** socket.io's own path; the sync line lives at `/yjs/<roomId>`. */
export const NEWS_PATH = '/rt';
