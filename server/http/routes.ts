/** Every route there is, in one list: the server mounts it, and the test of the access matrix walks it. */
import type { FileMaker } from '../actions/exports.ts';
import type { Auth } from '../auth/auth.ts';
import type { Outbox } from '../mail/outbox.ts';
import type { Parts } from '../parts.ts';
import { commentRoutes } from './comments.ts';
import { demoRoutes } from './demo.ts';
import { doubtRoutes } from './doubts.ts';
import { evidenceRoutes } from './evidence.ts';
import { exportRoutes } from './exports.ts';
import { homeRoutes } from './home.ts';
import { invitationRoutes } from './invitations.ts';
import { meRoutes } from './me.ts';
import { memberRoutes } from './members.ts';
import { outboxRoutes } from './outbox.ts';
import { projectRoutes } from './projects.ts';
import type { Route } from './route.ts';
import { seatRoutes } from './seats.ts';
import { sessionRoutes } from './session.ts';
import { setupRoutes } from './setup.ts';
import { valueFileRoutes } from './valueFiles.ts';
import { versionRoutes } from './versions.ts';

/** What a few routes of the server itself work with, beside the parts everybody has. */
export interface Doors {
  auth: Auth;
  /** Where local letters lie; undefined when they are really sent. */
  outbox: Outbox | undefined;
  /** Makes files to take away; one of its own unless handed in by who will close it. */
  maker?: FileMaker | undefined;
}

export function allRoutes(parts: Parts, doors: Doors): Route[] {
  return [
    ...sessionRoutes(parts, doors.auth),
    ...meRoutes(parts, doors.auth),
    ...setupRoutes(parts),
    ...demoRoutes(parts),
    ...outboxRoutes(doors.outbox),
    ...projectRoutes(parts),
    ...homeRoutes(parts),
    ...memberRoutes(parts),
    ...invitationRoutes(parts),
    ...seatRoutes(parts),
    ...commentRoutes(parts),
    ...doubtRoutes(parts),
    ...evidenceRoutes(parts),
    ...versionRoutes(parts),
    ...exportRoutes(parts, doors.maker),
    ...valueFileRoutes(parts),
  ];
}
