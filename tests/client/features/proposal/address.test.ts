import { describe, expect, test } from 'vitest';
import { asAddress } from '../../../../client/features/proposal/address.ts';

describe('an address somebody types', () => {
  test.each([
    ['https://example.org/terms', 'https://example.org/terms'],
    [' example.org/terms ', 'https://example.org/terms'],
    ['www.modastile.it', 'https://www.modastile.it'],
    ['http://intranet:8080/x', 'http://intranet:8080/x'],
    ['example.org:8443/x', 'https://example.org:8443/x'],
    ['giulia@modastile.it', 'mailto:giulia@modastile.it'],
    ['mailto:giulia@modastile.it', 'mailto:giulia@modastile.it'],
  ])('“%s” leads to %s', (typed, address) => {
    expect(asAddress(typed)).toBe(address);
  });

  test.each(['', 'javascript:alert(1)', 'JavaScript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'our terms', 'terms', '//example.org', '/approval', 'ftp://example.org'])(
    '“%s” leads nowhere',
    typed => {
      expect(asAddress(typed)).toBeUndefined();
    },
  );
});
