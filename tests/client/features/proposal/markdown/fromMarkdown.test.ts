import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromMarkdown } from '../../../../../client/features/proposal/markdown/fromMarkdown.ts';
import { looksLikeMarkdown } from '../../../../../client/features/proposal/markdown/looksLikeMarkdown.ts';
import { toMarkdown } from '../../../../../shared/documents/markdown.ts';
import { type BlockNode, heading, type Mark, paragraph, type RichNode, RichText } from '../../../../../shared/documents/richtext.ts';

const speaking = { language: 'en', currency: 'EUR', clientName: 'Modastile', sellerName: 'Nodo' } as const;
const block = (type: BlockNode['type'], content: RichNode[], more: Partial<BlockNode> = {}): BlockNode => ({ type, ...more, content });
const link = (text: string, href: string): RichNode => ({ type: 'text', text, marks: [{ type: 'link', href }] });

describe('Markdown that somebody pastes', () => {
  test('becomes headings, lists, tables, quotations and code', () => {
    const text = fromMarkdown('# Plan\n\n- one\n  1. *two*\n\n> said\n\n| A | B |\n| --- | --- |\n| 1 | **2** |\n\n```js\nx < 1\n```\n\n---');
    expect(RichText.parse(text)).toEqual([
      heading(1, 'Plan'),
      block('bulletList', [block('listItem', [paragraph('one'), block('orderedList', [block('listItem', [block('paragraph', [{ type: 'text', text: 'two', marks: [{ type: 'italic' }] }])])])])]),
      block('blockquote', [paragraph('said')]),
      block('table', [
        block('tableRow', [block('tableHeader', [paragraph('A')]), block('tableHeader', [paragraph('B')])]),
        block('tableRow', [block('tableCell', [paragraph('1')]), block('tableCell', [block('paragraph', [{ type: 'text', text: '2', marks: [{ type: 'bold' }] }])])]),
      ]),
      block('codeBlock', [{ type: 'text', text: 'x < 1' }]),
      block('horizontalRule', []),
    ]);
  });

  test('keeps safe links and of the others the words alone', () => {
    expect(fromMarkdown('[a](https://a.example) [b](javascript:alert(1)) [c](data:text/html,x) [d](<java\nscript:x>)')).toEqual([
      block('paragraph', [link('a', 'https://a.example'), expect.objectContaining({ type: 'text' }) as RichNode]),
    ]);
    expect(JSON.stringify(fromMarkdown('[b](javascript:alert(1)) ![p](https://x.example/p.png)'))).not.toMatch(/href|marks/);
  });

  test('takes HTML for words', () => {
    expect(fromMarkdown('<script>x()</script>\n\nhe <b onclick=x()>said</b>')).toEqual([paragraph('<script>x()</script>'), paragraph('he <b onclick=x()>said</b>')]);
  });

  test('is told apart from prose', () => {
    for (const sign of ['## Title', '- one\n- two', 'so **bold** it is', 'a [link](https://a.example)', '> said', '```\ncode\n```', '| a | b |\n|---|---|', '1. first']) expect(looksLikeMarkdown(sign), sign).toBe(true);
    for (const prose of ['Nothing but words.', 'It costs 2*3*4 euro - or more.', 'C# and #1', 'well-known\nand so on', '5 > 3 and 3 < 5', '2024. It was a good year? (no)'.slice(6)]) expect(looksLikeMarkdown(prose), prose).toBe(false);
  });
});

/** What Markdown can say: no underlining, no figures, one list after another only with something between them. */
const words = fc.stringMatching(/^[a-zà-ù0-9*_#[\]<>|`~\\&!(){}.+-]{1,8}$/).filter(text => !text.includes('\\|')); // no cell can hold that as code
const marks = fc.subarray(['bold', 'italic', 'strike'] as const).map((types): Mark[] => types.map(type => ({ type })));
const looks = fc.oneof(marks, fc.constant<Mark[]>([{ type: 'code' }]), marks.map((some): Mark[] => [...some, { type: 'link', href: 'https://a.example/x_y?(z)' }]));
const letters = fc.stringMatching(/^[a-zà-ù]{1,8}$/);
const marked = fc.tuple(letters, words, letters, looks).map(([first, text, last, some]): RichNode => (some.length > 0 ? { type: 'text', text: `${first}${text}${last}`, marks: some } : { type: 'text', text: `${first} ${text} ${last}` }));
/** Words with looks stand apart: Markdown cannot say where one ends and the next begins. */
const inline = fc.array(fc.tuple(letters, marked), { minLength: 1, maxLength: 3 }).map(pairs => joined(pairs.flatMap(([before, node], nth) => [{ type: 'text' as const, text: `${nth > 0 ? ' ' : ''}${before} ` }, node])));
const para = inline.map(content => block('paragraph', content));
const item = fc.array(para, { minLength: 1, maxLength: 2 }).map(content => block('listItem', content));
const list = fc.tuple(fc.constantFrom('bulletList' as const, 'orderedList' as const), fc.array(item, { minLength: 1, maxLength: 3 })).map(([type, items]) => block(type, items));
const table = fc.array(fc.tuple(para, para), { minLength: 1, maxLength: 3 }).map(rows =>
  block('table', rows.map((cells, nth) => block('tableRow', cells.map(cell => block(nth === 0 ? 'tableHeader' : 'tableCell', [cell]))))));
const head = fc.tuple(fc.integer({ min: 1, max: 3 }), inline).map(([level, content]) => block('heading', content, { level }));
const code = fc.stringMatching(/^[a-z`<*][a-z`<* \n]{0,20}[a-z<*]$/).map(text => block('codeBlock', [{ type: 'text', text }]));
const quote = fc.array(para, { minLength: 1, maxLength: 2 }).map(content => block('blockquote', content));
const text: fc.Arbitrary<RichText> = fc.array(fc.oneof(para, head, list, quote, table, code, fc.constant(block('horizontalRule', []))), { minLength: 1, maxLength: 5 })
  .map(blocks => blocks.flatMap(each => [each, paragraph('between')]));

function joined(nodes: readonly RichNode[]): RichNode[] {
  return nodes.reduce<RichNode[]>((all, node) => {
    const last = all.at(-1);
    const same = last?.type === 'text' && node.type === 'text' && !last.marks && !node.marks;
    return same ? [...all.slice(0, -1), { type: 'text', text: last.text + node.text }] : [...all, node];
  }, []);
}

test('an exported text that is pasted again is the same text', () => {
  fc.assert(fc.property(text, written => {
    expect(fromMarkdown(toMarkdown(written, speaking))).toEqual(written);
  }), { numRuns: 300 });
});
