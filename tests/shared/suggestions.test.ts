import { describe, expect, test } from 'vitest';
import type { Standing } from '../../shared/access.ts';
import type { Role, Side } from '../../shared/sides.ts';
import { mayAnswer, mayWithdraw, parseSuggested, printSuggested } from '../../shared/suggestions.ts';
import { idFor } from '../support/makeMember.ts';

const reader = (name: string, side: Side, role: Role = 'editor'): Standing & { memberId: ReturnType<typeof idFor<'mbr'>> } => ({ memberId: idFor('mbr', name), side, role, approver: false });
const martas = { by: idFor('mbr', 'marta'), side: 'seller' } as const;

describe('a suggestion of the seller', () => {
  test.each([
    ['client', 'editor', true], ['client', 'host', true], ['internal', 'editor', true], ['client', 'commenter', false], ['internal', 'viewer', false], ['seller', 'host', false], ['seller', 'editor', false],
  ] as const)('may be answered on the side of the %s as %s: %s', (side, role, may) => {
    expect(mayAnswer(reader('somebody', side, role), martas)).toBe(may);
  });

  test('may be taken back by its author alone, and only while they may write', () => {
    expect(mayWithdraw(reader('marta', 'seller'), martas)).toBe(true);
    expect(mayWithdraw(reader('marta', 'seller', 'viewer'), martas)).toBe(false);
    expect(mayWithdraw(reader('sara', 'seller'), martas)).toBe(false);
    expect(mayAnswer(reader('marta', 'seller'), martas)).toBe(false);
  });
});

describe('a label', () => {
  const label = { id: 'sug_abcd', ...martas, at: 1_700_000_000_000 };

  test('is read as it was written', () => {
    expect(parseSuggested(printSuggested(label))).toEqual(label);
  });

  test.each([undefined, null, 7, '', 'x', 'sug_abcd somebody seller 1', `sug_abcd ${martas.by} buyer 1`, `sug_abcd ${martas.by} seller soon`, `${'x'.repeat(50)} ${martas.by} seller 1`])('that says %s is none', written => {
    expect(parseSuggested(written)).toBeUndefined();
  });
});
