import { describe, expect, test } from 'vitest';
import { holdsTrace } from './traces.ts';

const WORD = 'ZEBRA-7';
const around = (form: string) => Buffer.from(`some ${form} more`);

describe('a trace of a word is found', () => {
  test.each([
    ['plain', around(WORD)],
    ['in UTF-16', Buffer.from(`some ${WORD} more`, 'utf16le')],
    ['escaped in JSON', around('\\u005a\\u0045\\u0042\\u0052\\u0041\\u002d\\u0037')],
    ['in hexadecimal', Buffer.from(around(WORD).toString('hex'))],
    ['in base64', Buffer.from(around(WORD).toString('base64'))],
    ['in base64, one letter on', Buffer.from(Buffer.from(`a ${WORD} b`).toString('base64'))],
    ['in base64, two letters on', Buffer.from(Buffer.from(`ab ${WORD} b`).toString('base64'))],
    ['in base64 for addresses', Buffer.from(around(WORD).toString('base64url'))],
  ])('%s', (_form, bytes) => {
    expect(holdsTrace(bytes, WORD)).toBe(true);
  });

  test('and not where it is not', () => {
    expect(holdsTrace(around('ZEBRA-8'), WORD)).toBe(false);
    expect(holdsTrace(Buffer.from(around('ZEBRA-8').toString('base64')), WORD)).toBe(false);
  });
});
