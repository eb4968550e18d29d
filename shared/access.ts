/**
 * The one access table: what each side and role may do on each kind of thing.
 *
 * Every door (REST route, socket event, sync frame, export, search, notification) asks `allows`.
 * It knows sides, roles and names of deeds; it knows nothing of requests, sockets or records.
 */
import type { Role, Side } from './sides.ts';

/** What access depends on; a `Member` has it, and nothing else of a member matters here. */
export interface Standing {
  side: Side;
  role: Role;
  approver: boolean;
}

const everyRole = ['host', 'editor', 'commenter', 'viewer'] as const;
const writers = ['host', 'editor'] as const;
const speakers = ['host', 'editor', 'commenter'] as const;
const hosts = ['host'] as const;

type Rule = Partial<Record<Side, readonly Role[]>> & { onlyApprovers?: true };

const everybody: Rule = { seller: everyRole, internal: everyRole, client: everyRole };
const ourSide: Rule = { seller: everyRole, internal: everyRole };

/** Rows are deeds, columns are sides; what is not written here is not allowed. */
export const ACCESS = {
  'project.read': everybody,
  'project.manage': { seller: hosts },
  'people.read': everybody,
  'people.invite': { seller: hosts },
  /** The client brings its own colleagues in, on its own side only, without asking the seller. */
  'people.inviteOwnSide': { seller: hosts, client: writers },
  'people.manage': { seller: hosts },
  'room.shared.read': everybody,
  'room.shared.write': { seller: writers, internal: writers, client: writers },
  'room.backstage.read': ourSide,
  'room.backstage.write': { seller: writers, internal: writers },
  'room.clientRoom.read': { client: everyRole },
  'room.clientRoom.write': { client: writers },
  'comment.read': everybody,
  'comment.write': { seller: speakers, internal: speakers, client: speakers },
  'comment.readInternal': ourSide,
  'comment.writeInternal': { seller: speakers, internal: speakers },
  'comment.tidy': { seller: hosts },
  'doubt.read': everybody,
  /** Who may say something may doubt it, answer and say what came of it; which of these, `server/domain/doubts.ts` decides. */
  'doubt.write': { seller: speakers, internal: speakers, client: speakers },
  /** An alternative is a scenario: it takes somebody who may write in the shared room. */
  'doubt.draw': { seller: writers, internal: writers, client: writers },
  'version.read': everybody,
  /** A frozen draft has not been put to the client yet: only the seller's side knows of it. */
  'version.readDraft': ourSide,
  'version.freeze': { seller: writers },
  'round.read': everybody,
  'round.put': { seller: hosts },
  'round.decide': { client: everyRole, onlyApprovers: true },
} as const satisfies Record<string, Rule>;

export type Deed = keyof typeof ACCESS;

/** True when somebody who stands there may do this; no standing (not a member) allows nothing. */
export function allows(standing: Standing | undefined, deed: Deed): boolean {
  if (!standing) return false;
  const rule: Rule = ACCESS[deed];
  if (rule.onlyApprovers && !standing.approver) return false;
  return rule[standing.side]?.includes(standing.role) ?? false;
}
