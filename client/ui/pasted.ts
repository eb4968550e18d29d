/**
 * Makes of pasted HTML what the editor can read: Word's list paragraphs become lists, and looks that mean something
 * (bold, italic, underlined, struck through) become elements. Everything else is left to the editor's schema.
 *
 * Style attributes cannot be asked for their looks: the page's content policy forbids to apply them, and says so aloud
 * for each one. So styles and event handlers are renamed while they are still text.
 */

/** Elements that bring nothing we keep, with all that is in them. */
const DROPPED = 'script, style, title, meta, link, base, img, picture, svg, video, audio, iframe, object, embed, form, input, button';

export function cleanPasted(html: string): string {
  const page = new DOMParser().parseFromString(quiet(html), 'text/html');
  for (const element of page.querySelectorAll(DROPPED)) element.remove();
  gatherLists(page);
  for (const element of page.querySelectorAll('[data-looks]')) sayLooks(element);
  return page.body.innerHTML;
}

/** Only inside of tags: words that speak of `style=` stay words. */
function quiet(html: string): string {
  return html
    .replace(/<!--\[if !supportLists\]-->([\s\S]*?)<!--\[endif\]-->/gi, '<var data-marker>$1</var>')
    .replace(/<[a-z][^>]*>/gi, tag => tag.replace(/(\s)style(\s*=)/gi, '$1data-looks$2').replace(/(\s)on[a-z]+(\s*=)/gi, '$1data-unheard$2'));
}

const LOOKS: readonly (readonly [pattern: RegExp, element: string])[] = [
  [/font-weight\s*:\s*(bold|bolder|[6-9]00)/i, 'strong'],
  [/font-style\s*:\s*(italic|oblique)/i, 'em'],
  [/text-decoration(-line)?\s*:[^;]*underline/i, 'u'],
  [/text-decoration(-line)?\s*:[^;]*line-through/i, 's'],
];

function sayLooks(element: Element): void {
  const looks = element.getAttribute('data-looks') ?? '';
  element.removeAttribute('data-looks');
  // Some programs wrap everything they copy in a bold that is not bold.
  if (/^(B|STRONG)$/.test(element.tagName) && /font-weight\s*:\s*(normal|[1-4]00)/i.test(looks)) return element.replaceWith(...element.childNodes);
  if (!element.matches('span, font, p, a, td, th, li')) return;
  for (const [pattern, name] of LOOKS) if (pattern.test(looks)) wrapInside(element, name);
}

function wrapInside(element: Element, name: string): void {
  const wrapper = element.ownerDocument.createElement(name);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
}

/** Word writes the items of a list as paragraphs with a bullet or a number typed before them. */
function gatherLists(page: Document): void {
  for (const paragraph of page.querySelectorAll('p[data-looks*="mso-list"]')) {
    const marker = paragraph.querySelector('[data-marker]');
    const name = /^\W*[\da-z]{1,3}[.)]/i.test(marker?.textContent ?? '') ? 'ol' : 'ul';
    marker?.remove();
    const before = paragraph.previousElementSibling;
    const list = before?.matches(`${name}[data-gathered]`) ? before : page.createElement(name);
    if (list !== before) paragraph.replaceWith(list);
    list.setAttribute('data-gathered', '');
    list.appendChild(page.createElement('li')).append(paragraph);
  }
}
