/**
 * Names of the socket.io rooms that news is sent to: one per project and standing, one per person.
 *
 * Because a room holds exactly those who stand alike, "everybody who may know this" is a list of rooms that the
 * access table answers, and no socket is ever asked one by one.
 */
import { allows, type Deed, type Standing } from '../../shared/access.ts';
import type { PersonId, ProjectId } from '../../shared/ids.ts';
import { Role, Side } from '../../shared/sides.ts';

/** Every way to stand in a project. */
export const STANDINGS: readonly Standing[] = Side.options.flatMap(side =>
  Role.options.flatMap(role => [false, true].map(approver => ({ side, role, approver }))),
);

export const standingRoom = (projectId: ProjectId, { side, role, approver }: Standing): string =>
  `${projectId}:${side}:${role}:${approver ? 'approver' : '-'}`;

/** Empty when nobody may: socket.io would take an empty list for everybody, so callers must look. */
export const roomsFor = (projectId: ProjectId, mayKnow: Deed): string[] =>
  STANDINGS.filter(standing => allows(standing, mayKnow)).map(standing => standingRoom(projectId, standing));

export const personRoom = (personId: PersonId): string => `person:${personId}`;
