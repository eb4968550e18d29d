/** The shape of an example's story: what its people have put on the table before anybody looks. Data alone. */
import type { AreaKind, NoteKind } from '../../shared/documents/canvas.ts';
import type { Audience } from '../../shared/comments.ts';
import type { Stage, TemplateId } from '../../shared/projects.ts';
import type { BothLanguages } from '../../shared/sides.ts';

/** Somebody's first name in lower-case letters: `marta`. */
export type Who = string;

/** What a note says: its own words, or those of the example's data, so that they stand in one place. */
export type Said =
  | BothLanguages
  | { note: string }
  | { story: string } // a scenario's
  | { driver: string; of: string }; // a driver, with what it brings in a full year of a scenario

export interface StoryNote {
  id: string;
  by: Who;
  /** `ground`: between the areas, where doubts lie. */
  lies: AreaKind | 'ground';
  kind: NoteKind;
  says: Said;
}

export interface StoryPerson {
  email: string;
  /** What they do, in a few words, on the page where one takes a seat. */
  job: BothLanguages;
}

export interface StoryComment {
  by: Who;
  on: string; // a note's id
  audience: Audience;
  minutesAgo: number;
  says: BothLanguages;
  mentions?: readonly Who[];
}

export interface Story {
  /** Of the case in `cases.json`. */
  id: string;
  template: TemplateId;
  stage: Stage;
  /** As they stand on screen. */
  sellerName: string;
  clientName: BothLanguages;
  people: Readonly<Record<Who, StoryPerson>>;
  /** Leads the project; one of the people. */
  host: Who;
  notes: readonly StoryNote[];
  /** Notes that only the seller's side ever receives. */
  backstage: readonly Pick<StoryNote, 'id' | 'by' | 'says'>[];
  connectors: readonly { from: string; to: string }[];
  /** Opening words of the first sections, in order; each entry is one section's paragraphs. */
  proposal: readonly { by: Who; says: readonly BothLanguages[] }[];
  comments: readonly StoryComment[];
}
