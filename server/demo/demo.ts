/**
 * Loads the three examples into a demo's store: records, rooms, comments, doubts. Calling it again changes nothing,
 * and what a crash left undone is done then; what people have changed since stays theirs.
 */
import type { Comment } from '../../shared/comments.ts';
import type { Project } from '../../shared/projects.ts';
import { roomIdOf, type RoomKind } from '../../shared/rooms.ts';
import type { Language } from '../../shared/sides.ts';
import { ensureSeeded } from '../actions/projects.ts';
import type { Parts } from '../parts.ts';
import { colleagues, comments, doubts, members, people, projects, workspaces } from '../storage/collections.ts';
import { type Collection, put, type Store, type Write } from '../storage/store.ts';
import { castOf, demoId, EXAMPLES, type Example, memberIdOf } from './cast.ts';
import { doubtsOf } from './doubts.ts';
import type { Who } from './story.ts';
import { hasValued, valuersOf, writeValue } from './value.ts';
import { hasWritten, noteIdOf, writeBackstage, writersOf, writeShared } from './write.ts';

type Needed = Pick<Parts, 'store' | 'documents' | 'clock'>;

const MINUTE_MS = 60_000;
/** The examples began a while ago. */
const BEGAN_DAYS_AGO = 12;

/** `language`: of the projects' own words; an example that is there already keeps the one it was loaded in. */
export async function loadDemo(parts: Needed, language: Language = 'en'): Promise<void> {
  for (const example of EXAMPLES) await loadExample(parts, example, language);
}

async function loadExample(parts: Needed, example: Example, wanted: Language): Promise<void> {
  const project = await keepRecords(parts, example, wanted);
  await ensureSeeded(parts, project);
  await write(parts, example, project, 'shared', writersOf(example), writeShared);
  await write(parts, example, project, 'backstage', example.story.backstage.map(note => note.by), writeBackstage);
  await writeModel(parts, example, project);
  await keepComments(parts, example, project);
  await keepDoubts(parts, example, project);
}

/** In one commit, so that nobody finds half a firm. */
async function keepRecords({ store, clock }: Needed, example: Example, wanted: Language): Promise<Project> {
  const present = await store.get(projects, demoId('prj', example, 'project'));
  if (present) return present;
  const cast = castOf(example, wanted, clock() - BEGAN_DAYS_AGO * 24 * 60 * MINUTE_MS);
  await store.commit([
    put(workspaces, cast.workspace, null),
    ...cast.people.map(person => put(people, person, null)),
    ...cast.colleagues.map(colleague => put(colleagues, colleague, null)),
    put(projects, cast.project, null),
    ...cast.members.map(member => put(members, member, null)),
  ]);
  return cast.project;
}

async function write(
  { documents }: Needed, example: Example, project: Project, kind: RoomKind, writers: readonly Who[], change: typeof writeShared,
): Promise<void> {
  const room = roomIdOf(project.id, kind);
  const { doc } = await documents.read(room);
  const missing = writers.filter(who => !hasWritten(doc, who));
  doc.destroy();
  for (const who of missing) await documents.edit(room, memberIdOf(example, who), copy => change(copy, example, who, project.language));
}

/** Also into examples that were loaded before they had one; whoever began a model of their own keeps it. */
async function writeModel({ documents, clock }: Needed, example: Example, project: Project): Promise<void> {
  const room = roomIdOf(project.id, 'shared');
  const { doc } = await documents.read(room);
  const missing = valuersOf(example).filter(who => !hasValued(doc, who));
  doc.destroy();
  for (const who of missing) {
    await documents.edit(room, memberIdOf(example, who), copy => writeValue(copy, example, who, { language: project.language, at: clock() }));
  }
}

async function keepComments({ store, clock }: Needed, example: Example, { id: projectId, language }: Project): Promise<void> {
  const now = clock();
  const told = example.story.comments.map((comment, nth): Comment => ({
    id: demoId('cmt', example, `${nth + 1}`), projectId, anchor: { on: 'note', noteId: noteIdOf(comment.on) }, audience: comment.audience,
    authorId: memberIdOf(example, comment.by), body: comment.says[language], mentions: (comment.mentions ?? []).map(who => memberIdOf(example, who)),
    createdAt: now - comment.minutesAgo * MINUTE_MS, editedAt: null, deletedAt: null, deletedBy: null,
  }));
  const missing = await onlyMissing(store, comments, told);
  if (missing.length > 0) await store.commit(missing);
}

async function keepDoubts({ store, clock }: Needed, example: Example, project: Project): Promise<void> {
  const missing = await onlyMissing(store, doubts, doubtsOf(example, project, clock()));
  if (missing.length > 0) await store.commit(missing);
}

async function onlyMissing<T extends { id: string }>(store: Store, into: Collection<T>, records: readonly T[]): Promise<Write[]> {
  const writes = await Promise.all(records.map(async record => ((await store.get(into, record.id)) ? [] : [put(into, record, null)])));
  return writes.flat();
}
