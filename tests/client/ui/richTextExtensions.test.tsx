import { Editor, type JSONContent } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { richTextExtensions } from '../../../client/ui/richTextExtensions.ts';
import { ElementId } from '../../../shared/ids.ts';
import {
  type BlockNode, type BlockType, cleanText, isBlock, type Mark, MARKS, readRichText, type RichNode, RichText, writeRichText,
} from '../../../shared/documents/richtext.ts';

const editors: Editor[] = [];
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy();
});

function write(doc: Y.Doc): Editor {
  const extensions = [...richTextExtensions(), Collaboration.configure({ fragment: fragmentOf(doc) })];
  const editor = new Editor({ extensions, injectCSS: false, element: document.createElement('div') });
  editors.push(editor);
  return editor;
}
const fragmentOf = (doc: Y.Doc) => doc.getXmlFragment('proposal');
const frozen = (doc: Y.Doc): RichText => RichText.parse(readRichText(fragmentOf(doc)));

describe('the editor and the frozen text', { timeout: 30_000 }, () => {
  test('know the same nodes and marks', () => {
    const { schema } = write(new Y.Doc());
    const blocks: readonly BlockType[] = [
      'paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'blockquote', 'codeBlock', 'horizontalRule',
      'table', 'tableRow', 'tableHeader', 'tableCell',
    ];
    expect(Object.keys(schema.nodes).sort()).toEqual([...blocks, 'doc', 'text', 'hardBreak'].sort());
    expect(Object.keys(schema.marks).sort()).toEqual([...MARKS].sort());
  });

  test('know the same attributes', () => {
    const { schema } = write(new Y.Doc());
    const attributes = Object.entries({ ...schema.nodes, ...schema.marks }).flatMap(([name, type]) =>
      Object.keys(type.spec.attrs ?? {}).map(attribute => `${name}.${attribute}`),
    );
    expect(attributes.sort()).toEqual([
      'heading.areas', 'heading.level', 'link.href', 'tableCell.colspan', 'tableCell.rowspan', 'tableHeader.colspan', 'tableHeader.rowspan',
    ]);
  });

  test('agree on every text that can be written', () => {
    fc.assert(fc.property(anyText, text => {
      const editor = write(new Y.Doc());
      editor.commands.setContent(asJson(text));
      const doc = documentOf(editor);
      expect(orEmptyLine(frozen(doc))).toEqual(normalised(editor.getJSON()));
      expect(plain(frozen(doc))).toEqual(plain(text));
    }), { numRuns: 30 });
  });

  test('agree on what was frozen from a text that a program wrote', () => {
    fc.assert(fc.property(anyText, text => {
      const doc = new Y.Doc();
      writeRichText(fragmentOf(doc), text);
      const before = frozen(doc);
      const editor = write(doc);
      expect(frozen(doc)).toEqual(before); // looking changes nothing
      expect(normalised(editor.getJSON())).toEqual(before);
    }), { numRuns: 30 });
  });

  test('agree after people have worked on it', () => {
    fc.assert(fc.property(anyText, fc.array(anyEdit, { maxLength: 12 }), (text, edits) => {
      const doc = new Y.Doc();
      writeRichText(fragmentOf(doc), text);
      const editor = write(doc);
      for (const edit of edits) edit(editor);
      expect(orEmptyLine(frozen(doc))).toEqual(normalised(editor.getJSON()));
    }), { numRuns: 30 });
  });
});

describe('what somebody pastes', () => {
  const paste = (html: string): RichText => {
    const editor = write(new Y.Doc());
    editor.commands.setContent(html);
    return frozen(documentOf(editor));
  };

  test('from Word keeps its words and shape and loses its looks', () => {
    const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head><body>
      <!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]-->
      <h1 style="mso-outline-level:1">Our plan<o:p></o:p></h1>
      <p class=MsoNormal style="margin:0cm;font-family:Calibri"><b><span style="color:red">Every</span></b> year<o:p></o:p></p>
      <table border=1 style="width:400pt"><tr><td width=200 style="border:solid"><p class=MsoNormal>Worth</p></td><td>31</td></tr></table></body></html>`;
    expect(paste(word)).toEqual([
      { type: 'heading', level: 1, content: [{ type: 'text', text: 'Our plan' }] },
      { type: 'paragraph', content: [{ type: 'text', text: 'Every', marks: [{ type: 'bold' }] }, { type: 'text', text: ' year' }] },
      { type: 'table', content: [{ type: 'tableRow', content: [cell('Worth'), cell('31')] }] },
    ]);
  });

  test('loses scripts, frames, pictures and addresses that are not safe', () => {
    const text = paste('<p onclick="x()">One<script>x()</script><img src=x onerror="x()"></p><iframe src="//x"></iframe><p><a href="javascript:x()">two</a></p><p><a href="https://example.org" onclick="x()" target="_top">three</a></p>');
    expect(text).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: 'One' }] },
      { type: 'paragraph', content: [{ type: 'text', text: 'two' }] },
      { type: 'paragraph', content: [{ type: 'text', text: 'three', marks: [{ type: 'link', href: 'https://example.org' }] }] },
    ]);
  });

  test('copied from a proposal keeps the level of its headings', () => {
    const from = write(new Y.Doc());
    from.commands.setContent(asJson([{ type: 'heading', level: 1, content: [{ type: 'text', text: 'First' }] }, { type: 'heading', level: 3, content: [{ type: 'text', text: 'Small' }] }]));
    expect(paste(from.getHTML()).map(node => (isBlock(node) ? node.level : undefined))).toEqual([1, 3]);
  });
});

describe('a document somebody wrote with a program', () => {
  test('cannot make a page draw a billion columns', () => {
    const doc = new Y.Doc();
    const hostile = cell('wide');
    writeRichText(fragmentOf(doc), [{ type: 'table', content: [{ type: 'tableRow', content: [{ ...hostile, colspan: 1_000_000_000 }] }] }]);
    const editor = write(doc);
    expect(editor.state.doc.nodeAt(2)?.attrs).toEqual({ colspan: 1, rowspan: 1 });
  });

  test('cannot put an address into the page that is not safe', () => {
    const doc = new Y.Doc();
    writeRichText(fragmentOf(doc), [{ type: 'paragraph', content: [{ type: 'text', text: 'terms', marks: [{ type: 'link', href: 'javascript:x()' }] }] }]);
    const editor = write(doc);
    expect(editor.view.dom.querySelector('a')).toBeNull();
    expect(editor.getText()).toBe('terms');
  });
});

function cell(text: string): BlockNode {
  return { type: 'tableCell', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}

function documentOf(editor: Editor): Y.Doc {
  const collaboration = editor.extensionManager.extensions.find(extension => extension.name === 'collaboration');
  return (collaboration?.options as { fragment: Y.XmlFragment }).fragment.doc!;
}

/** Every text the schema of ProseMirror allows; links only to addresses that stay. */
const words = fc.stringMatching(/^[a-zà-ù ’.]{1,12}$/);
const anyMarks = fc.oneof(
  fc.constant<Mark[]>([{ type: 'code' }]),
  fc.tuple(fc.subarray(['bold', 'italic', 'underline', 'strike'] as const), fc.option(fc.constantFrom('https://a.example', 'mailto:a@b.example'))).map(
    ([types, href]): Mark[] => [...types.map(type => ({ type })), ...(href ? [{ type: 'link' as const, href }] : [])],
  ),
);
const textNode = fc.tuple(words, anyMarks).map(([text, marks]): RichNode => (marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }));
const inline = fc.array(fc.oneof({ weight: 5, arbitrary: textNode }, { weight: 1, arbitrary: fc.constant<RichNode>({ type: 'hardBreak' }) }), { maxLength: 4 }).map(joined);
const block = <T extends BlockType>(type: T, content: RichNode[], more: Partial<BlockNode> = {}): BlockNode => ({ type, ...more, content });
const para = inline.map(content => block('paragraph', content));
const linked = fc.subarray(['area_template-fears', 'area_template-hopes', 'area_made-by-hand'], { minLength: 1 }).map(ids => ({ areas: ids.map(id => ({ id: ElementId.parse(id) })) }));
const head = fc.tuple(fc.integer({ min: 1, max: 3 }), inline, fc.option(linked)).map(([level, content, areas]) => block('heading', content, { level, ...areas }));
const code = fc.option(words).map(text => block('codeBlock', text === null ? [] : [{ type: 'text', text }]));
const rule = fc.constant(block('horizontalRule', []));
const list = fc
  .tuple(fc.constantFrom('bulletList' as const, 'orderedList' as const), fc.array(fc.array(para, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }))
  .map(([type, items]) => block(type, items.map(item => block('listItem', item))));
const quote = fc.array(fc.oneof(para, list), { minLength: 1, maxLength: 2 }).map(content => block('blockquote', content));
const table = fc.tuple(fc.boolean(), fc.array(fc.tuple(para, para), { minLength: 1, maxLength: 3 })).map(([header, rows]) =>
  block('table', rows.map((row, nth) => block('tableRow', row.map(content => block(header && nth === 0 ? 'tableHeader' : 'tableCell', [content]))))),
);
const anyText: fc.Arbitrary<RichText> = fc.array(fc.oneof(para, head, list, quote, table, code, rule), { minLength: 1, maxLength: 5 });

/** Neighbours with equal marks are one text to any editor. */
function joined(nodes: RichNode[]): RichNode[] {
  return nodes.reduce<RichNode[]>((all, node) => {
    const last = all.at(-1);
    if (last?.type === 'text' && node.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(node.marks)) {
      return [...all.slice(0, -1), { ...last, text: last.text + node.text }];
    }
    return [...all, node];
  }, []);
}

type Edit = (editor: Editor) => unknown;
type Chain = ReturnType<Editor['chain']>;
const DEEDS: readonly ((chain: Chain) => Chain)[] = [
  chain => chain.insertContent('cafe\u0301 '), chain => chain.toggleBold(), chain => chain.toggleItalic(), chain => chain.setHeading({ level: 2 }),
  chain => chain.toggleBulletList(), chain => chain.toggleOrderedList(), chain => chain.toggleBlockquote(), chain => chain.toggleCodeBlock(),
  chain => chain.insertTable({ rows: 2, cols: 2 }), chain => chain.addColumnAfter(), chain => chain.deleteRow(), chain => chain.mergeCells(),
  chain => chain.setLink({ href: 'https://c.example' }), chain => chain.deleteSelection(), chain => chain.setHardBreak(), chain => chain.undo(),
];
const share = fc.double({ min: 0, max: 1, noNaN: true });
const anyEdit: fc.Arbitrary<Edit> = fc.tuple(share, share, fc.constantFrom(...DEEDS)).map(([one, other, deed]) => editor => {
  const place = (part: number): number => Math.round(part * editor.state.doc.content.size);
  const chain = editor.chain().setTextSelection({ from: place(Math.min(one, other)), to: place(Math.max(one, other)) });
  deed(chain).run();
});

const asJson = (text: RichText): JSONContent => ({ type: 'doc', content: text.map(nodeToJson) });

function nodeToJson(node: RichNode): JSONContent {
  if (node.type === 'hardBreak') return { type: 'hardBreak' };
  if (node.type === 'text') {
    const marks = node.marks?.map(mark => (mark.href === undefined ? { type: mark.type } : { type: mark.type, attrs: { href: mark.href } }));
    return { type: 'text', text: node.text, ...(marks ? { marks } : {}) };
  }
  if (!isBlock(node)) return { type: node.type, attrs: { of: node.of, shows: node.shows } };
  const { type, content, areas, ...others } = node;
  const attrs = { ...others, ...(areas ? { areas: areas.map(({ id }) => id).join(' ') } : {}) };
  return { type, attrs, ...(content.length > 0 ? { content: content.map(nodeToJson) } : {}) };
}

/** What the editor says of its text, in the words of the frozen schema. */
function normalised(json: JSONContent): RichText {
  return (json.content ?? []).map(node => jsonToNode(node) as BlockNode);
}

/** Where nothing was written yet the editor shows one empty line, without writing it into the document. */
const orEmptyLine = (text: RichText): RichText => (text.length > 0 ? text : [block('paragraph', [])]);

function jsonToNode(json: JSONContent): RichNode {
  if (json.type === 'hardBreak') return { type: 'hardBreak' };
  if (json.type === 'text') return jsonToText(json);
  const attrs = Object.entries(json.attrs ?? {})
    .filter(([key, value]) => !(key.endsWith('span') && value === 1) && value !== null)
    .map(([key, value]) => [key, key === 'areas' ? String(value).split(' ').map(id => ({ id })) : (value as unknown)] as const);
  return { type: json.type as BlockType, ...Object.fromEntries(attrs), content: (json.content ?? []).map(jsonToNode) };
}

function jsonToText(json: JSONContent): RichNode {
  const marks = (json.marks ?? []).map((mark): Mark => ({ type: mark.type as Mark['type'], ...(mark.attrs as { href?: string } | undefined) }));
  marks.sort((a, b) => MARKS.indexOf(a.type) - MARKS.indexOf(b.type));
  return { type: 'text', text: cleanText(json.text ?? ''), ...(marks.length > 0 ? { marks } : {}) };
}

/** Words alone, wherever they stand. */
const plain = (nodes: readonly RichNode[]): string => nodes.map(node => (node.type === 'text' ? node.text : node.type === 'hardBreak' ? '\n' : isBlock(node) ? plain(node.content) : '')).join('');
