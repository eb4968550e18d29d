/** Each person of the examples has an address that a host name can hold and nobody else has. */
import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { hostNames, seatUrl } from '../../../server/domain/demo.ts';
import { idFor } from '../../support/makeMember.ts';

const hosts = (...names: string[]) => [...hostNames(names.map((name, nth) => ({ id: idFor('psn', `n${nth}`), name }))).values()];

describe('an address', () => {
  test.each([
    ['Marta Villa', 'marta'], ['Élio Monti', 'elio'], ['Dr. Carlo Mei', 'carlo'], ['Nicolò D’Anna', 'nicolo'], ['Jean-Luc', 'jean'],
    ['李雷', 'guest'], ['42', '42'],
  ])('of %s is %s', (name, host) => {
    expect(hosts(name)).toEqual([host]);
  });

  test('of a namesake carries the second name, then a number', () => {
    expect(hosts('Marta Villa', 'Marta Rossi', 'Marta Rossi', 'Marta Rossi', 'Marta')).toEqual(['marta', 'marta-rossi', 'marta-rossi-2', 'marta-rossi-3', 'marta-2']);
  });

  test('of somebody who stands in two projects is one', () => {
    const marta = { id: idFor('psn', 'marta'), name: 'Marta Villa' };
    expect([...hostNames([marta, marta])]).toEqual([[marta.id, 'marta']]);
  });

  test('is a legal host label, and nobody’s twice, whatever people are called', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 80 }), { maxLength: 30 }), names => {
      const all = hosts(...names);
      expect(new Set(all).size).toBe(names.length);
      for (const host of all) expect(host).toMatch(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/);
    }));
  });
});

test('an address keeps the port of the page', () => {
  expect(seatUrl('marta', 'localhost:3000')).toBe('http://marta.localhost:3000/');
  expect(seatUrl('marta', '[::1]:3000')).toBe('http://marta.localhost:3000/');
  expect(seatUrl('marta', 'localhost')).toBe('http://marta.localhost/');
});
