/** A proposal as a Word document: real headings, lists and tables, figures as text, charts as drawings with their table. */
import {
  AlignmentType, BorderStyle, Document, Footer, HeadingLevel, type INumberingOptions, LevelFormat, LineRuleType, Packer, PageNumber, Paragraph, TabStopType, TextRun,
} from 'docx';
import { cleanXml, docxBlocks, Docx } from './docxBlocks.ts';
import type { ExportOrder } from '../actions/exports.ts';
import { speakingOf } from './pdf.ts';
import { sayState, wordsIn } from './words.ts';

export async function makeDocx(order: ExportOrder): Promise<Uint8Array> {
  const { project, language, proposal } = order;
  const document = new Document({
    title: cleanXml(project.title),
    creator: cleanXml(`${project.clientName}, ${project.sellerName}`),
    lastModifiedBy: 'Insieme',
    styles: STYLES(language),
    numbering: NUMBERING,
    sections: [{
      properties: { page: { size: { width: 11_906, height: 16_838 }, margin: { top: 1_300, bottom: 1_300, left: 1_360, right: 1_360 } } }, // A4, in twentieths of a point
      footers: { default: footerOf(order) },
      children: [...titleOf(order), ...docxBlocks(proposal, speakingOf(order))],
    }],
  });
  return Packer.toBuffer(document);
}

function titleOf({ project, language, state }: ExportOrder): Paragraph[] {
  const words = wordsIn(language);
  const quiet = (text: string, size = 18): Paragraph => new Paragraph({ children: [Docx.run(text, { size, color: Docx.ink2, font: Docx.sans })], spacing: { after: 60 } });
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [Docx.run(project.title)] }),
    quiet(words.byline(project.clientName, project.sellerName), 20),
    quiet(sayState(language, state)),
    ...(state.kind === 'frozen' ? [quiet(`${words.fingerprint}: ${state.hash}`, 14)] : []),
    new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: Docx.line, space: 1 } }, spacing: { after: 240 } }),
  ];
}

/** The page of so many: both languages put a word between the two numbers. */
function footerOf({ project, language }: ExportOrder): Footer {
  const between = wordsIn(language).page(1, 2).slice(1, -1);
  const look = { size: 16, color: Docx.ink2, font: Docx.sans };
  return new Footer({
    children: [new Paragraph({
      tabStops: [{ type: TabStopType.RIGHT, position: 9_180 }],
      children: [Docx.run(`${project.title}\t`, look), new TextRun({ ...look, children: [PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES] })],
    })],
  });
}

const STYLES = (language: 'en' | 'it') => {
  const heading = (size: number, before: number) => ({ run: { size, bold: true, color: Docx.ink, font: Docx.serif }, paragraph: { spacing: { before, after: 100 }, keepNext: true } });
  return {
    default: {
      document: { run: { size: 22, color: Docx.ink, font: Docx.serif, language: { value: language === 'it' ? 'it-IT' : 'en-GB' } }, paragraph: { spacing: { after: 140, line: 300, lineRule: LineRuleType.AUTO } } },
      title: { run: { size: 50, bold: true, color: Docx.ink, font: Docx.serif }, paragraph: { spacing: { after: 120 } } },
      heading1: heading(34, 360), heading2: heading(30, 320), heading3: heading(25, 200),
    },
  };
};

/** Bullets and numbers of lists, eight levels deep; each list of the text counts anew by an instance of its own. */
const NUMBERING: INumberingOptions = {
  config: [
    { reference: 'bullets', levels: levels(() => ({ format: LevelFormat.BULLET, text: '•' })) },
    { reference: 'numbers', levels: levels(level => ({ format: LevelFormat.DECIMAL, text: `%${level + 1}.` })) },
  ],
};

function levels(of: (level: number) => { format: (typeof LevelFormat)[keyof typeof LevelFormat]; text: string }) {
  return Array.from({ length: 8 }, (_, level) => ({
    level, ...of(level), alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 400 * (level + 1), hanging: 300 }, spacing: { after: 60 } } },
  }));
}
