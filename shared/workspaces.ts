/** A workspace: the seller's company, its colleagues and its projects. */
import * as z from 'zod';
import { PersonId, WorkspaceId } from './ids.ts';
import { LIMITS } from './limits.ts';

export const Workspace = z.object({
  id: WorkspaceId,
  name: z.string().trim().min(1).max(LIMITS.nameLength),
  createdAt: z.int().nonnegative(),
});
export type Workspace = z.infer<typeof Workspace>;

/** Somebody of the seller's company who may start projects in it. */
export const Colleague = z.object({
  id: z.string(), // `${workspaceId}:${personId}`, so that nobody joins twice
  workspaceId: WorkspaceId,
  personId: PersonId,
  owner: z.boolean(),
  joinedAt: z.int().nonnegative(),
});
export type Colleague = z.infer<typeof Colleague>;
