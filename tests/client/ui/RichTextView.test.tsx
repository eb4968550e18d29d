import { render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { RichTextView } from '../../../client/ui/RichTextView.tsx';
import { heading, paragraph, plainText, readRichText, type RichText } from '../../../shared/documents/richtext.ts';

const draw = (text: unknown) => render(<RichTextView text={text as RichText} />).container.firstElementChild!;
const linkTo = (href: unknown) => [{ type: 'paragraph', content: [{ type: 'text', text: 'our terms', marks: [{ type: 'link', href }] }] }];

describe('a text on the page', () => {
  test('is drawn as the elements its schema names', () => {
    const cell = (type: string, text: string) => ({ type, content: [paragraph(text)] });
    const drawn = draw([
      heading(2, 'What we understood'),
      { type: 'paragraph', content: [
        { type: 'text', text: 'Bold', marks: [{ type: 'bold' }, { type: 'italic' }] }, { type: 'hardBreak' }, { type: 'text', text: 'plain' },
      ] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('one')] }] },
      { type: 'blockquote', content: [paragraph('as Paolo said')] },
      { type: 'table', content: [{ type: 'tableRow', content: [cell('tableHeader', 'Worth'), { ...cell('tableCell', '31'), colspan: 2 }] }] },
      { type: 'horizontalRule', content: [] },
    ]);
    expect(drawn.innerHTML).toBe(
      '<h2 data-level="2">What we understood</h2><p><strong><em>Bold</em></strong><br>plain</p><ul><li><p>one</p></li></ul>' +
      '<blockquote><p>as Paolo said</p></blockquote>' +
      '<div class="tableWrapper" tabindex="0"><table><tbody><tr><th><p>Worth</p></th><td colspan="2"><p>31</p></td></tr></tbody></table></div><hr>',
    );
  });

  test('leads from safe links to a page of their own that learns nothing of ours', () => {
    draw(linkTo('https://example.org/terms'));
    const link = screen.getByRole('link', { name: 'our terms' });
    expect(link).toHaveAttribute('href', 'https://example.org/terms');
    expect(link).toHaveAttribute('target', '_blank');
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  });

  test('numbers its sections with ids that an outline can lead to, whatever is inside other blocks', () => {
    const quoted = { type: 'blockquote' as const, content: [heading(1, 'Quoted')] };
    const { container } = render(
      <RichTextView text={[heading(1, 'First'), heading(3, 'Small'), quoted, heading(2, 'Second')]} sectionId={nth => `section-${nth}`} />,
    );
    expect(container.querySelector('#section-0')).toHaveTextContent('First');
    expect(container.querySelector('#section-1')).toHaveTextContent('Second');
    expect(container.querySelectorAll('[id]')).toHaveLength(2);
  });

  test('keeps an empty line as high as a written one', () => {
    expect(draw([paragraph('')]).innerHTML).toBe('<p><br></p>');
  });
});

describe('a hostile text', () => {
  // React says in development what HTML would nest otherwise; a hostile text nests as it likes.
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });

  test.each([
    'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\nscript:alert(1)', '\u0001javascript:alert(1)', ' javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>', 'vbscript:x', 'file:///etc/passwd', 'blob:x', '//example.org', '/api/projects', '#x', '',
    ['https://example.org'], { toString: () => 'javascript:alert(1)' }, 7, null, undefined,
  ])('keeps the words of a link to %j and loses the link', href => {
    const drawn = draw(linkTo(href));
    expect(drawn.querySelector('a')).toBeNull();
    expect(drawn).toHaveTextContent('our terms');
  });

  test('is words, never markup', () => {
    const words = '<img src=x onerror=alert(1)>';
    const drawn = draw([paragraph(words)]);
    expect(drawn.querySelector('img')).toBeNull();
    expect(drawn).toHaveTextContent(words);
  });

  test('whose attributes are arrays or objects falls back to the plain form', () => {
    const cell = { type: 'tableCell', colspan: ['2'], rowspan: { onclick: 'x' }, style: 'position:fixed', content: [paragraph('cell')] };
    const drawn = draw([
      { type: 'heading', level: ['1'], onclick: 'alert(1)', content: [{ type: 'text', text: 'Title' }] },
      { type: 'table', content: [{ type: 'tableRow', content: [cell] }] },
    ]);
    expect(drawn.innerHTML).toBe(
      '<h2 data-level="2">Title</h2><div class="tableWrapper" tabindex="0"><table><tbody><tr><td><p>cell</p></td></tr></tbody></table></div>',
    );
  });

  test('keeps the words of nodes and marks that nobody knows', () => {
    const drawn = draw([
      { type: 'script', content: [{ type: 'text', text: 'alert(1)' }] },
      { type: 'constructor', content: [paragraph('kept')] },
      { type: 'paragraph', content: [{ type: 'text', text: 'marked', marks: [{ type: '__proto__' }, { type: 'blink' }] }] },
    ]);
    expect(drawn.innerHTML).toBe('alert(1)<p>kept</p><p>marked</p>');
  });

  test('of no shape at all draws nothing and breaks nothing', () => {
    for (const text of [undefined, null, 'words', 5, {}, [{ type: 'paragraph' }], [{ type: 'text', text: ['a'], marks: 'bold' }]]) {
      expect(draw(text).querySelectorAll('*').length).toBeLessThanOrEqual(2);
    }
  });

  test('written straight into the document comes out as words and known elements alone', () => {
    const known = new Set(['P', 'H2', 'H3', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'PRE', 'CODE', 'HR', 'TABLE', 'TBODY', 'TR', 'TH', 'TD', 'DIV', 'BR', 'A', 'STRONG', 'EM', 'U', 'S']);
    fc.assert(fc.property(hostileFragment, fragment => {
      const doc = new Y.Doc();
      fragment(doc.getXmlFragment('proposal'));
      const text = readRichText(doc.getXmlFragment('proposal'));
      const drawn = draw(text);
      for (const element of drawn.querySelectorAll('*')) {
        expect(known).toContain(element.tagName);
        for (const { name, value } of element.attributes) {
          expect(['href', 'target', 'rel', 'class', 'data-level', 'colspan', 'rowspan', 'tabindex']).toContain(name);
          if (name === 'href') expect(value).toMatch(/^(https?:\/\/|mailto:)/i);
        }
      }
      expect(drawn.textContent.replace(/\s/g, '')).toBe(plainText(text).replace(/\s/g, ''));
    }), { numRuns: 30 });
  });
});

const names = fc.constantFrom('paragraph', 'heading', 'script', 'iframe', 'tableCell', 'table', 'listItem', 'a', 'svg', 'codeBlock');
const values = fc.oneof(fc.constant('javascript:alert(1)'), fc.string(), fc.array(fc.string()), fc.integer(), fc.dictionary(fc.string(), fc.string(), { noNullPrototype: true }));
const marks = fc.dictionary(fc.constantFrom('link', 'bold', 'onclick', 'style', 'code'), fc.oneof(values, fc.record({ href: values }, { noNullPrototype: true })), { noNullPrototype: true });

/** What somebody with a program of their own may put under the proposal's root. */
const hostileFragment = fc
  .array(fc.record({ name: names, attributes: fc.dictionary(fc.constantFrom('level', 'colspan', 'onclick', 'href', 'style'), values, { noNullPrototype: true }), words: fc.string(), marks }))
  .map(pieces => (fragment: Y.XmlFragment) => {
    for (const { name, attributes, words, marks: formats } of pieces) {
      const element = new Y.XmlElement(name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value as string);
      const text = new Y.XmlText();
      text.insert(0, words, formats);
      element.insert(0, [text]);
      fragment.push([element]);
    }
  });
