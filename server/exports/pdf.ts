/** A proposal as PDF: the same words, figures and charts as on the page, drawn without a browser. Nothing is fetched. */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { shortFirm } from '../../shared/shortFirm.ts';
import type { Speaking } from '../../shared/documents/presented.ts';
import { FONT_FILES, FONTS } from './fonts.ts';
import type { ExportOrder } from '../actions/exports.ts';
import { Pdf, pdfBlocks } from './pdfBlocks.ts';
import { sayState, wordsIn } from './words.ts';

/** What we use of the library; its types leave the policies out. */
interface Maker {
  setFonts(fonts: typeof FONTS): void;
  setUrlAccessPolicy(allows: (url: string) => boolean): void;
  setLocalAccessPolicy(allows: (path: string) => boolean): void;
  createPdf(definition: TDocumentDefinitions): { getBuffer(): Promise<Buffer> };
}

export async function makePdf(order: ExportOrder): Promise<Uint8Array> {
  const maker = (await import('pdfmake')).default as unknown as Maker;
  maker.setFonts(FONTS);
  maker.setUrlAccessPolicy(() => false);
  maker.setLocalAccessPolicy(path => FONT_FILES.has(path));
  return maker.createPdf(definitionOf(order)).getBuffer();
}

export const speakingOf = ({ language, project }: ExportOrder): Speaking =>
  ({ language, currency: project.currency, clientName: shortFirm(project.clientName), sellerName: shortFirm(project.sellerName) });

function definitionOf(order: ExportOrder): TDocumentDefinitions {
  const { project, language, proposal } = order;
  const words = wordsIn(language);
  return {
    pageSize: 'A4',
    pageMargins: [68, 64, 68, 72],
    language,
    info: { title: project.title, author: `${project.clientName}, ${project.sellerName}`, creator: 'Insieme', producer: 'Insieme' },
    defaultStyle: { font: 'Newsreader', fontSize: 11, lineHeight: 1.28, color: Pdf.ink },
    // A heading does not stay behind when what it announces goes to the next page.
    pageBreakBefore: (node, nodes) => node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0,
    content: [...titleOf(order), ...pdfBlocks(proposal, speakingOf(order))],
    footer: (page, pages) => ({
      margin: [68, 24, 68, 0], fontSize: 8.5, color: Pdf.ink2,
      columns: [Pdf.words(project.title), { text: words.page(page, pages), font: 'Roboto', alignment: 'right', width: 'auto' }],
    }),
  };
}

function titleOf({ project, language, state }: ExportOrder): Content[] {
  const words = wordsIn(language);
  const quiet = { font: 'Roboto', fontSize: 9, color: Pdf.ink2 };
  return [
    { ...Pdf.words(project.title), fontSize: 25, bold: true, lineHeight: 1.1, margin: [0, 0, 0, 6] },
    { text: words.byline(project.clientName, project.sellerName), ...quiet, fontSize: 10, margin: [0, 0, 0, 3] },
    { text: sayState(language, state), ...quiet },
    ...(state.kind === 'frozen' ? [{ text: `${words.fingerprint}: ${state.hash}`, ...quiet, fontSize: 7.5, margin: [0, 2, 0, 0] as [number, number, number, number] }] : []),
    Pdf.rule([0, 12, 0, 14]),
  ];
}
