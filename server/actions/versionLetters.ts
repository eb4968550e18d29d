/** Sends the letters of a round. One that cannot be sent is logged and changes nothing: the page tells the same. */
import { allows } from '../../shared/access.ts';
import type { MemberId, ProjectId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members.ts';
import type { Person } from '../../shared/people.ts';
import type { Project } from '../../shared/projects.ts';
import type { Language } from '../../shared/sides.ts';
import type { Approval, Round, Version } from '../../shared/versions.ts';
import { isPresent } from '../domain/members.ts';
import { answerLetter, roundLetter } from '../domain/versionLetters.ts';
import type { Parts } from '../parts.ts';
import { members, people, projects } from '../storage/collections.ts';
import type { Store } from '../storage/store.ts';

type Needed = Pick<Parts, 'store' | 'mail' | 'log' | 'config'>;
type Write = (language: Language) => { subject: string; text: string };

/** To everybody who is asked. */
export async function tellOfRound(parts: Needed, by: Member, { version, round }: { version: Version; round: Round }): Promise<void> {
  const [project, host] = await Promise.all([parts.store.get(projects, round.projectId), parts.store.get(people, by.personId)]);
  if (!project || !host || version.number === null) return;
  const facts = { by: host.name, projectTitle: project.title, number: version.number, link: linkTo(parts, project) };
  await sendAll(parts, await peopleOf(parts.store, round.approvers), language => roundLetter(language, facts));
}

/** To those who were asked and to those who lead. */
export async function tellOfAnswer(parts: Needed, { approval, round, version }: { approval: Approval; round: Round; version: Version }): Promise<void> {
  const project = await parts.store.get(projects, round.projectId);
  if (!project || version.number === null) return;
  const { name: by, decision, at, from } = approval;
  const facts = { by, decision, at, from, projectTitle: project.title, number: version.number, link: linkTo(parts, project) };
  const readers = new Set([...round.approvers, round.putBy, ...(await hosts(parts.store, project.id))]);
  await sendAll(parts, await peopleOf(parts.store, [...readers]), language => answerLetter(language, facts));
}

async function hosts(store: Store, projectId: ProjectId): Promise<MemberId[]> {
  return (await store.find(members, 'byProject', [projectId])).filter(member => allows(member, 'round.put')).map(member => member.id);
}

async function peopleOf(store: Store, ids: readonly MemberId[]): Promise<Person[]> {
  const found = await Promise.all(ids.map(async id => {
    const member = await store.get(members, id);
    return member && isPresent(member) ? store.get(people, member.personId) : undefined;
  }));
  return found.filter(person => person !== undefined);
}

async function sendAll(parts: Needed, readers: readonly Person[], write: Write): Promise<void> {
  await Promise.all(readers.map(reader =>
    parts.mail.send({ to: reader.email, ...write(reader.language) }).catch((error: unknown) => {
      parts.log.warn({ err: error, personId: reader.id }, 'a letter about a version was not sent');
    }),
  ));
}

/** Links come from the configured address alone, never from a request; a local installation has none. */
function linkTo({ config }: Needed, project: Project): string | undefined {
  return config.publicUrl ? new URL(`/projects/${project.id}/approval`, config.publicUrl).href : undefined;
}
