/** What a person can ask for about invitations: load, let the domain decide, keep, announce. */
import type { InvitationId, PersonId, ProjectId } from '../../shared/ids.ts';
import type { AcceptInvitation, Invitation, InvitationMade, InvitationView, InvitationWelcome, Invite } from '../../shared/invitations.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Member } from '../../shared/members.ts';
import type { Person } from '../../shared/people.ts';
import type { Project } from '../../shared/projects.ts';
import { Refusal } from '../../shared/refusals.ts';
import {
  daysToMs, invite as decideInvite, mayManage, requireAddress, requireOpen, stateOf, takePlace,
} from '../domain/invitations.ts';
import { invitationLetter } from '../domain/letters.ts';
import { isPresent } from '../domain/members.ts';
import { hashToken, makeToken } from '../ids.ts';
import type { Parts } from '../parts.ts';
import { invitations, members, people, projects } from '../storage/collections.ts';
import { put, type Store, type Stored, type Write } from '../storage/store.ts';
import { again } from './again.ts';

type Needed = Pick<Parts, 'store' | 'clock' | 'makeId' | 'news' | 'mail' | 'log' | 'accounts'>;

/** No invitation lives longer (`Invite.days`), so older ones need not be looked at. */
const LONGEST_DAYS = 90;

/** `origin`: what the link begins with. The token leaves in this one answer, in a fragment, which no server ever sees. */
export async function invite(parts: Needed, project: Stored<Project>, by: Stored<Member>, wish: Invite, origin: string): Promise<InvitationMade> {
  const token = makeToken();
  const made = { id: parts.makeId('inv'), tokenHash: hashToken(token), at: parts.clock() };
  const invitation = decideInvite(by, wish, made);
  await again(() => keepWithinLimit(parts.store, project.id, invitation));
  const link = `${origin}/join#${token}`;
  const facts = { projectTitle: project.title, sellerName: firmOf(project, by), link, days: wish.days };
  return { ...viewOf(invitation), link, letter: await sendLetter(parts, by, invitation.email, facts) };
}

/** The project's record is written too, unchanged: people who invite at the same moment cannot pass the limit together. */
async function keepWithinLimit(store: Store, projectId: ProjectId, invitation: Invitation): Promise<void> {
  const project = await store.get(projects, projectId);
  if (!project) throw new Refusal('not-found');
  const count = LIMITS.invitationsPerDay;
  const newest = await store.page(invitations, 'byProject', { key: [projectId], limit: count, reverse: true });
  const sinceYesterday = newest.items.filter(each => each.createdAt > invitation.createdAt - daysToMs(1));
  if (sinceYesterday.length >= count) throw new Refusal('too-many-invitations', { count });
  await store.commit([put(invitations, invitation, null), put(projects, project, project.rev)]);
}

type LetterFacts = Omit<Parameters<typeof invitationLetter>[1], 'by'>;

/** The firm in whose name somebody invites: their own. */
const firmOf = (project: Project, by: Member): string => (by.side === 'client' ? project.clientName : project.sellerName);

/** A letter that does not go out changes nothing: the one who invites is told, and has the link. */
async function sendLetter(parts: Needed, by: Member, email: string | null, facts: LetterFacts): Promise<InvitationMade['letter']> {
  if (email === null) return 'none';
  const inviter = await parts.store.get(people, by.personId);
  if (!inviter) throw new Error(`Member ${by.id} belongs to nobody we know.`);
  const letter = invitationLetter(inviter.language, { ...facts, by: inviter.name });
  try {
    await parts.mail.send({ to: email, ...letter });
    return 'sent';
  } catch (error) {
    parts.log.warn({ err: error, memberId: by.id }, 'an invitation was not mailed');
    return 'failed';
  }
}

export async function listInvitations(parts: Pick<Parts, 'store' | 'clock'>, by: Member): Promise<InvitationView[]> {
  const at = parts.clock();
  const [recent, everyone] = await Promise.all([
    recentInvitations(parts.store, by.projectId, at),
    parts.store.find(members, 'byProject', [by.projectId]),
  ]);
  const byId = new Map(everyone.map(member => [member.id, member]));
  return recent
    .filter(each => mayManage(by, each) && stateOf(each, byId.get(each.invitedBy), at) === 'open')
    .map(viewOf);
}

/** Newest first, and no further back than an invitation can live. */
async function recentInvitations(store: Store, projectId: ProjectId, at: number): Promise<Stored<Invitation>[]> {
  const recent: Stored<Invitation>[] = [];
  let after: string | undefined;
  do {
    const page = await store.page(invitations, 'byProject', { key: [projectId], limit: 200, reverse: true, after });
    const living = page.items.filter(each => each.createdAt > at - daysToMs(LONGEST_DAYS));
    recent.push(...living);
    after = living.length === page.items.length ? page.next : undefined;
  } while (after);
  return recent;
}

/** Withdrawing twice is no fault; one that was used stays used. */
export async function revokeInvitation(parts: Pick<Parts, 'store' | 'clock'>, by: Member, id: InvitationId): Promise<void> {
  await again(async () => {
    const invitation = await parts.store.get(invitations, id);
    if (!invitation || invitation.projectId !== by.projectId || !mayManage(by, invitation)) throw new Refusal('not-found');
    if (invitation.acceptedBy !== null || invitation.revokedAt !== null) return;
    await parts.store.commit([put(invitations, { ...invitation, revokedAt: parts.clock() }, invitation.rev)]);
  });
}

/** What the page shows before anything is accepted. Looking uses nothing up. */
export async function lookAtInvitation(parts: Pick<Parts, 'store' | 'clock'>, token: string): Promise<InvitationWelcome> {
  const { invitation, project, inviter, host } = await requireInvitation(parts.store, token);
  requireOpen(stateOf(invitation, inviter, parts.clock()), host);
  const { side, role, approver, email, expiresAt } = invitation;
  const { title: projectTitle, sellerName, clientName } = project;
  return { projectTitle, hostName: host, sellerName, clientName, side, role, approver, email, expiresAt };
}

export interface Accepted {
  projectId: ProjectId;
  /** Present when somebody new came in: the door then begins their session. */
  newcomer?: PersonId;
}

/** `person`: who is signed in. They come as themselves; a newcomer's name and address are read only when nobody is. */
export async function acceptInvitation(parts: Needed, person: Person | undefined, wish: AcceptInvitation): Promise<Accepted> {
  if (person) return { projectId: await again(() => comeAs(parts, person, wish.token)) };
  if (!wish.newcomer) throw new Refusal('signed-out');
  const { password, ...who } = wish.newcomer;
  const newcomer: Person = { ...who, id: parts.makeId('psn'), scheme: 'auto', createdAt: parts.clock() };
  const projectId = await again(() => comeAsNewcomer(parts, newcomer, wish.token));
  await parts.accounts.setPassword(newcomer.id, password);
  return { projectId, newcomer: newcomer.id };
}

async function comeAs(parts: Needed, person: Person, token: string): Promise<ProjectId> {
  const found = await requireInvitation(parts.store, token);
  const before = await parts.store.getUnique(members, 'byPerson', [found.project.id, person.id]);
  // Who is in already keeps their place, and the invitation stays for whom it was meant.
  if (before && isPresent(before)) return found.project.id;
  return enter(parts, found, person, before, []);
}

async function comeAsNewcomer(parts: Needed, person: Person, token: string): Promise<ProjectId> {
  const found = await requireInvitation(parts.store, token);
  requireOpen(stateOf(found.invitation, found.inviter, parts.clock()), found.host);
  if (await parts.store.getUnique(people, 'byEmail', [person.email])) throw new Refusal('address-taken');
  return enter(parts, found, person, undefined, [put(people, person, null)]);
}

/** Person, place and used invitation in one commit: of a hundred who press at once, one comes in. */
async function enter(parts: Needed, found: Found, person: Person, before: Stored<Member> | undefined, more: readonly Write[]): Promise<ProjectId> {
  const { invitation, inviter, host } = found;
  const at = parts.clock();
  requireOpen(stateOf(invitation, inviter, at), host);
  requireAddress(invitation, person.email, host);
  const taken = takePlace(invitation, person, before, { memberId: parts.makeId('mbr'), at });
  await parts.store.commit([...more, put(members, taken.member, before?.rev ?? null), put(invitations, taken.invitation, invitation.rev)]);
  announceArrival(parts, taken.member);
  return invitation.projectId;
}

function announceArrival({ news }: Needed, { id, projectId, personId }: Member): void {
  news.reconsider(id);
  news.tell(projectId, 'people.read', 'members:changed', { projectId });
  news.tellPerson(personId, 'project:changed', { projectId });
}

interface Found {
  invitation: Stored<Invitation>;
  project: Stored<Project>;
  inviter: Stored<Member> | undefined;
  /** Whose name stands in the sentence when this invitation no longer opens. */
  host: string;
}

async function requireInvitation(store: Store, token: string): Promise<Found> {
  const invitation = await store.getUnique(invitations, 'byToken', [hashToken(token)]);
  const project = invitation && (await store.get(projects, invitation.projectId));
  if (!project) throw new Refusal('not-found');
  const inviter = await store.get(members, invitation.invitedBy);
  return { invitation, project, inviter, host: await nameOfHost(store, project, inviter) };
}

/** Whoever invited, while they are in the project; else somebody who leads it now. */
async function nameOfHost(store: Store, project: Project, inviter: Member | undefined): Promise<string> {
  const present = (await store.find(members, 'byProject', [project.id])).filter(isPresent);
  const host = present.find(member => member.id === inviter?.id) ?? present.find(member => member.side === 'seller' && member.role === 'host');
  return (host && (await store.get(people, host.personId))?.name) ?? project.sellerName;
}

function viewOf({ id, side, role, approver, email, createdAt, expiresAt }: Invitation): InvitationView {
  return { id, side, role, approver, email, createdAt, expiresAt };
}
