/**
 * Taking a proposal away: the text as it stands, or exactly as a version froze it. Comments, notes of private rooms and
 * names of drafts are in neither: what leaves is built from the shared room's proposal alone.
 */
import { FrozenContent, readProposal } from '../../shared/documents/version.ts';
import { toMarkdown } from '../../shared/documents/markdown.ts';
import type { RichText } from '../../shared/documents/richtext.ts';
import { type ExportedState, exportFileName, type ExportWish } from '../../shared/exports.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Member } from '../../shared/members.ts';
import type { Project } from '../../shared/projects.ts';
import { Refusal } from '../../shared/refusals.ts';
import { roomIdOf } from '../../shared/rooms.ts';
import { shortFirm } from '../../shared/shortFirm.ts';
import type { Language } from '../../shared/sides.ts';
import type { Parts } from '../parts.ts';
import { frozenFacts } from './livingHash.ts';
import { versionContent } from './versions.ts';

type Needed = Pick<Parts, 'store' | 'documents' | 'clock' | 'log'>;
/** What a file is made of, as plain data that can go to another thread. */
export interface ExportOrder {
  format: 'pdf' | 'docx';
  language: Language;
  project: { title: string; sellerName: string; clientName: string; currency: string };
  state: ExportedState;
  /** Figures are filled in: nothing is looked up any more. */
  proposal: RichText;
}
/** Makes what takes time; `server/exports/workshop.ts` does it in a thread. */
export interface FileMaker {
  make(order: ExportOrder): Promise<Uint8Array>;
}
export interface ExportedFile {
  name: string;
  bytes: Uint8Array;
}

interface Source {
  project: ReturnType<typeof frozenFacts>;
  state: ExportedState;
  proposal: RichText;
}

export async function exportProposal(parts: Needed, maker: FileMaker, reader: Member, project: Project, wish: ExportWish): Promise<ExportedFile> {
  const source = wish.version ? await frozenSource(parts, reader, wish.version) : await livingSource(parts, project);
  requireSize(source.proposal);
  const bytes = wish.format === 'md' ? markdownOf(source, wish) : await maker.make({ format: wish.format, language: wish.language, ...source });
  parts.log.info({ project: project.id, member: reader.id, format: wish.format, state: source.state.kind, bytes: bytes.length }, 'exported a proposal');
  return { name: exportFileName(source.project.title, source.state, wish.format), bytes };
}

async function livingSource({ documents, clock }: Needed, project: Project): Promise<Source> {
  const { doc } = await documents.read(roomIdOf(project.id, 'shared'));
  try {
    return { project: frozenFacts(project), state: { kind: 'living', at: clock() }, proposal: readProposal(doc) };
  } finally {
    doc.destroy();
  }
}

/** From the frozen bytes and nothing else; whoever may not know of the version finds nothing. */
async function frozenSource({ store }: Needed, reader: Member, id: NonNullable<ExportWish['version']>): Promise<Source> {
  const { version, bytes } = await versionContent({ store }, reader, id);
  const content = FrozenContent.parse(JSON.parse(new TextDecoder().decode(bytes)));
  return {
    project: content.project, proposal: content.proposal,
    state: { kind: 'frozen', number: version.number, at: version.frozenAt, hash: version.contentHash },
  };
}

/** Counted before anything is laid out: pages cost time and memory by the piece. */
function requireSize(proposal: RichText): void {
  if (JSON.stringify(proposal).length > LIMITS.exportCharacters) throw new Refusal('export-too-large');
}

function markdownOf({ project, proposal }: Source, { language }: ExportWish): Uint8Array {
  const firms = { clientName: shortFirm(project.clientName), sellerName: shortFirm(project.sellerName) };
  const title = project.title.replaceAll('\n', ' ');
  return new TextEncoder().encode(`# ${title}\n\n${toMarkdown(proposal, { language, currency: project.currency, ...firms })}`);
}
