/** The shape of an example's story: what its people have put on the table before anybody looks. Data alone. */
import type { AreaKind, NoteKind } from '../../shared/documents/canvas.ts';
import type { Audience } from '../../shared/comments.ts';
import type { Stage, TemplateId } from '../../shared/projects.ts';
import type { BothLanguages } from '../../shared/sides.ts';
import type { Verdict } from '../../shared/value/constraints.ts';
import type { StorySection } from './prose.ts';
import type { Constraint, Financing, Option } from '../../shared/value/model.ts';

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
  /** What stands in its sections so far, in their order. */
  proposal: readonly StorySection[];
  comments: readonly StoryComment[];
  value: StoryValue;
}

/** What the people have said of the value beyond the case's numbers. */
export interface StoryValue {
  /** Speaks for the client here: gives wishes, scores and agreements. */
  client: Who;
  /** Code of the scenario on the table. */
  onTable: string;
  /** Codes of drivers that each side has agreed to. */
  agreed: { seller: readonly string[]; client: readonly string[] };
  /** Scores by scenario, in the order of the case's scenarios. */
  wishes: readonly { says: BothLanguages; weight: number; scores: readonly number[] }[];
  outcomes: readonly { says: BothLanguages; unit: BothLanguages; baseline: number; target: number }[];
  constraints: readonly { says: BothLanguages; measure: Constraint['measure']; limit?: number; kept?: readonly Verdict[] }[];
  options: readonly (Pick<Option, 'about'> & Partial<Pick<Option, 'sellerYearly' | 'yearly' | 'upfront' | 'sellerOneOff'>> & { says: BothLanguages; effects: Readonly<Record<string, number>> })[];
  financing: readonly (Partial<Omit<Financing, 'id' | 'label' | 'included'>> & Pick<Financing, 'form'> & { says: BothLanguages; included: BothLanguages })[];
}
