/** Who plays in the examples: people, firms, places, as records with ids that stay the same on every machine. */
import type { IdKinds, PersonId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members.ts';
import type { Person } from '../../shared/people.ts';
import type { Project } from '../../shared/projects.ts';
import type { BothLanguages, Language } from '../../shared/sides.ts';
import type { Colleague, Workspace } from '../../shared/workspaces.ts';
import { type Case, CASES } from './cases.ts';
import { fashion } from './stories/fashion.ts';
import { health } from './stories/health.ts';
import { mobility } from './stories/mobility.ts';
import type { Story, Who } from './story.ts';

export interface Example {
  nth: number;
  story: Story;
  of: Case;
}

export const EXAMPLES: readonly Example[] = [fashion, mobility, health].map((story, index) => {
  const of = CASES.find(each => each.id === story.id);
  if (!of) throw new Error(`There is no case for ${story.id}.`);
  return { nth: index + 1, story, of };
});

/** Readable and not secret: the examples run on one machine, where anybody may sit down as anybody. */
export function demoId<Kind extends keyof IdKinds>(kind: Kind, { nth }: Pick<Example, 'nth'>, name: string): IdKinds[Kind] {
  return `${kind}_${`demo-${nth}-${name}`.slice(0, 22).padEnd(22, '-')}` as unknown as IdKinds[Kind];
}

export const memberIdOf = (example: Example, who: Who) => demoId('mbr', example, who);

/** `Dr. Carlo Mei` is `carlo`: titles are no names. */
function inStory({ story }: Example, name: string): { who: Who; email: string } {
  const words = name.toLowerCase().split(' ');
  const found = Object.entries(story.people).find(([who]) => words.includes(who));
  if (!found) throw new Error(`Nobody in the story is called ${name}.`);
  return { who: found[0], email: found[1].email };
}

export interface Cast {
  workspace: Workspace;
  people: Person[];
  colleagues: Colleague[];
  project: Project;
  members: Member[];
}

/** `at`: when they met. People come in one after the other, so that lists keep the order of the data. */
export function castOf(example: Example, language: Language, at: number): Cast {
  const { story, of } = example;
  const workspace: Workspace = { id: demoId('wsp', example, 'workspace'), name: story.sellerName, createdAt: at };
  const seated = of.people.map((each, index) => ({ ...each, ...inStory(example, each.name), joinedAt: at + index * 60_000 }));
  const ours = seated.filter(each => each.side !== 'client');
  return {
    workspace,
    people: seated.map(({ name, who, email }) => ({
      id: demoId('psn', example, who), name, email, language, scheme: 'auto', createdAt: at,
    })),
    colleagues: ours.map(({ who, joinedAt }) => {
      const personId = demoId('psn', example, who);
      return { id: `${workspace.id}:${personId}`, workspaceId: workspace.id, personId, owner: who === story.host, joinedAt };
    }),
    project: projectOf(example, workspace, demoId('psn', example, story.host), language, at),
    members: seated.map(({ who, side, approver, joinedAt }) => ({
      id: memberIdOf(example, who), projectId: demoId('prj', example, 'project'), personId: demoId('psn', example, who),
      side, role: side === 'seller' ? 'host' : 'editor', approver, joinedAt, removedAt: null,
    })),
  };
}

function projectOf(example: Example, workspace: Workspace, createdBy: PersonId, language: Language, at: number): Project {
  const { story, of } = example;
  return {
    id: demoId('prj', example, 'project'), workspaceId: workspace.id, title: of.title[language],
    sellerName: story.sellerName, clientName: story.clientName[language], currency: of.currency, language,
    template: story.template, stage: story.stage, createdBy, createdAt: at, changedAt: at, archivedAt: null, epoch: 1,
  };
}

/** The line under a name where one takes a seat; undefined for people who are not of the examples. */
export function jobOf(personId: PersonId): BothLanguages | undefined {
  for (const example of EXAMPLES) {
    const found = Object.entries(example.story.people).find(([who]) => demoId('psn', example, who) === personId);
    if (found) return found[1].job;
  }
  return undefined;
}
