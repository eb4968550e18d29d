import { describe, expect, test } from 'vitest';
import { cleanPasted } from '../../../client/ui/pasted.ts';

describe('what is pasted', () => {
  test('from Word keeps its lists as lists', () => {
    const item = (marker: string, words: string) =>
      `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span style='font-family:Symbol'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span><!--[endif]-->${words}<o:p></o:p></p>`;
    const html = `<p class=MsoNormal>Before</p>${item('·', 'one')}${item('·', 'two')}<p class=MsoNormal>Between</p>${item('1.', 'first')}${item('2.', 'second')}`;
    const page = new DOMParser().parseFromString(cleanPasted(html), 'text/html');
    expect([...page.body.children].map(each => [each.tagName, each.textContent])).toEqual([
      ['P', 'Before'], ['UL', 'onetwo'], ['P', 'Between'], ['OL', 'firstsecond'],
    ]);
  });

  test('from a web page keeps the looks that mean something', () => {
    const html = '<b style="font-weight:normal"><span style="font-weight:700;color:red">Bold</span> <span style="font-style:italic">leaning</span> <span style="text-decoration:underline">under</span></b>';
    expect(cleanPasted(html)).toBe('<span><strong>Bold</strong></span> <span><em>leaning</em></span> <span><u>under</u></span>');
  });

  test('brings neither styles nor handlers into any document', () => {
    const cleaned = cleanPasted('<p style="position:fixed" ONCLICK="x()">One</p><img src=x onerror=alert(1)><svg onload=x()></svg><a\nonmouseover=x() href="https://example.org">two</a><iframe src="//x"></iframe>');
    expect(cleaned).not.toMatch(/\s(style|on\w+)\s*=/i);
    expect(cleaned).not.toMatch(/<(img|svg|iframe)/);
    expect(cleaned).toContain('One');
  });

  test('keeps words that only speak of markup', () => {
    expect(cleanPasted('<p>set style= and onclick= there</p>')).toBe('<p>set style= and onclick= there</p>');
  });
});
