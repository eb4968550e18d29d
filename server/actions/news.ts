/** How an action tells people what happened, without knowing sockets; `server/realtime/` implements it. */
import type { Deed } from '../../shared/access.ts';
import type { NewsEvents } from '../../shared/events.ts';
import type { MemberId, PersonId, ProjectId } from '../../shared/ids.ts';

type Payload<E extends keyof NewsEvents> = Parameters<NewsEvents[E]>[0];

export interface News {
  /** To every page of members of the project whose standing allows `mayKnow`; to nobody else. */
  tell<E extends keyof NewsEvents>(projectId: ProjectId, mayKnow: Deed, event: E, payload: Payload<E>): void;
  /** To every page of one person. */
  tellPerson<E extends keyof NewsEvents>(personId: PersonId, event: E, payload: Payload<E>): void;
  /** A member's place changed or ended: live lines (news and sync, on every node) are judged again at once. */
  reconsider(memberId: MemberId): void;
  /** A session ended (signed out, password changed): its live lines close at once, those of the person's other sessions stay. */
  sessionEnded(personId: PersonId, sessionId: string): void;
}
