import { Editor } from '@tiptap/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MarkdownPaste } from '../../../../../client/features/proposal/markdown/MarkdownPaste.ts';
import { richTextExtensions } from '../../../../../client/ui/richTextExtensions.ts';
import { LIMITS } from '../../../../../shared/limits.ts';

// jsdom has no layout; the editor asks it where to scroll.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();

const onTooLong = vi.fn<() => void>();
let editor: Editor;
beforeEach(() => {
  onTooLong.mockClear();
  editor = new Editor({ extensions: [...richTextExtensions(), MarkdownPaste.configure({ onTooLong })], content: '<p>Before</p><p></p>', enablePasteRules: ['link'], injectCSS: false, element: document.body.appendChild(document.createElement('div')) });
  editor.commands.focus('end');
});
afterEach(() => editor.destroy());

function paste(flavours: Readonly<Record<string, string>>, shiftKey = false): void {
  editor.view.dom.dispatchEvent(new KeyboardEvent('keydown', { key: 'v', keyCode: 86, ctrlKey: true, shiftKey, bubbles: true }));
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { types: Object.keys(flavours), files: [], items: [], getData: (type: string) => flavours[type] ?? '' } });
  editor.view.dom.dispatchEvent(event);
}
const shape = (): string => editor.state.doc.content.content.map(node => node.type.name).join(' ');
const MARKDOWN = '## Next\n\n- one\n- **two**';

test('pasted Markdown becomes headings and lists', async () => {
  paste({ 'text/plain': MARKDOWN });
  await vi.waitFor(() => expect(shape()).toBe('paragraph heading bulletList'));
  expect(editor.getHTML()).toContain('<strong>two</strong>');
});

test('pasted with Shift it stays what it is, and so it does within code and beside HTML', async () => {
  paste({ 'text/plain': MARKDOWN }, true);
  await vi.waitFor(() => expect(editor.getText()).toContain('- **two**'));
  expect(shape()).not.toContain('heading');
  editor.commands.setContent('<pre><code>a</code></pre>');
  editor.commands.focus('end');
  paste({ 'text/plain': MARKDOWN });
  expect(editor.getText()).toContain('## Next');
  editor.commands.setContent('<p></p>');
  paste({ 'text/plain': MARKDOWN, 'text/html': '<p>said <b>otherwise</b></p>' });
  expect(editor.getText()).toBe('said otherwise');
});

test('more than one step may bring changes nothing and gets a sentence', () => {
  const before = editor.getHTML();
  paste({ 'text/plain': `# ${'long '.repeat(LIMITS.pastedCharacters / 5)}` });
  expect(onTooLong).toHaveBeenCalledOnce();
  paste({ 'text/plain': 'short', 'text/html': `<p title="${'x'.repeat(LIMITS.pastedMarkup)}">short</p>` });
  expect(onTooLong).toHaveBeenCalledTimes(2);
  expect(editor.getHTML()).toBe(before);
});
