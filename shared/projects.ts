/** A project: one co-creation with one client. The stored shape, the requests, the answers, the news. */
import * as z from 'zod';
import { MemberId, PersonId, ProjectId, WorkspaceId } from './ids.ts';
import { LIMITS } from './limits.ts';
import { Language, Role, Side } from './sides.ts';

export const TemplateId = z.enum(['blank', 'one-customer', 'mobility', 'health']);
export type TemplateId = z.infer<typeof TemplateId>;

/** Where a project stands; drawn as six stations on the project home. */
export const Stage = z.enum(['listen', 'draw', 'count', 'write', 'approve', 'keep']);
export type Stage = z.infer<typeof Stage>;

export const Project = z.object({
  id: ProjectId,
  workspaceId: WorkspaceId,
  title: z.string().trim().min(1).max(LIMITS.titleLength), // in the client's words
  sellerName: z.string().trim().min(1).max(LIMITS.nameLength), // the firm, as it stands on screen
  clientName: z.string().trim().min(1).max(LIMITS.nameLength),
  currency: z.string().regex(/^[A-Z]{3}$/), // ISO 4217
  language: Language, // of the template's areas and headings
  template: TemplateId,
  stage: Stage,
  createdBy: PersonId,
  createdAt: z.int().nonnegative(),
  /** When its record last changed; lists are ordered by it. */
  changedAt: z.int().nonnegative(),
  archivedAt: z.int().nonnegative().nullable(),
  /** A restored backup raises it; browsers with another epoch keep their copy for review (Sync 13). */
  epoch: z.int().positive(),
});
export type Project = z.infer<typeof Project>;

/** POST /api/projects ; answers a `ProjectView`. */
export const StartProject = Project.pick({
  workspaceId: true, title: true, clientName: true, currency: true, language: true, template: true,
});
export type StartProject = z.infer<typeof StartProject>;

/** PATCH /api/projects/:projectId ; answers a `ProjectView`. */
export const ChangeProject = z
  .object({ title: Project.shape.title, clientName: Project.shape.clientName, stage: Stage, archived: z.boolean() })
  .partial();
export type ChangeProject = z.infer<typeof ChangeProject>;

/** What a member sees of a project; the same for every side. */
export const ProjectView = Project.omit({ createdBy: true }).extend({
  /** The reader's own place in it. */
  me: z.object({ memberId: MemberId, side: Side, role: Role, approver: z.boolean() }),
});
export type ProjectView = z.infer<typeof ProjectView>;

/** GET /api/projects?search=&archived=true|false ; search looks in title and client's name, without accents or case. */
export const FindProjects = z.object({
  search: z.string().trim().max(LIMITS.titleLength).default(''),
  archived: z.enum(['true', 'false']).default('false'),
});
export type FindProjects = z.infer<typeof FindProjects>;

/** The reader's projects, newest change first. */
export const ProjectList = z.object({ projects: z.array(ProjectView) });
export type ProjectList = z.infer<typeof ProjectList>;

export interface ProjectNews {
  'project:changed': (news: { projectId: ProjectId }) => void;
}
