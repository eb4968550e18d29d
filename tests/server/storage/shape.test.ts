/** What every engine can keep, and what stops the start because none could give it back. */
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { ALL_COLLECTIONS } from '../../../server/auth/collections.ts';
import { Declared } from '../../../server/storage/declared.ts';
import { shapeOf } from '../../../server/storage/shape.ts';
import { type Collection, collection } from '../../../server/storage/store.ts';

const always = { nullable: false, optional: false };

describe('the shape of a schema', () => {
  test.each<[string, z.ZodType, unknown]>([
    ['a text with a form', z.string().trim().max(3), { kind: 'text', ...always }],
    ['an address through a pipe', z.string().toLowerCase().pipe(z.email()), { kind: 'text', ...always }],
    ['a branded id', z.string().brand('Id'), { kind: 'text', ...always }],
    ['a text made of pieces', z.templateLiteral([z.string(), '.', z.enum(['a', 'b'])]), { kind: 'text', ...always }],
    ['a whole number', z.int().nonnegative(), { kind: 'number', ...always }],
    ['yes or no', z.boolean(), { kind: 'flag', ...always }],
    ['one of several words', z.enum(['a', 'b']), { kind: 'text', among: ['a', 'b'], ...always }],
    ['one number', z.literal(2), { kind: 'number', among: [2], ...always }],
    ['nothing or a number', z.number().nullable(), { kind: 'number', nullable: true, optional: false }],
    ['nothing or a number, said differently', z.union([z.number(), z.null()]), { kind: 'number', nullable: true, optional: false }],
    ['a text that may be absent', z.string().optional(), { kind: 'text', nullable: false, optional: true }],
    ['a text that is never absent', z.string().optional().default('a'), { kind: 'text', ...always }],
    ['two words, said one by one', z.union([z.literal('a'), z.literal('b')]), { kind: 'text', ...always }],
    ['a list', z.array(z.string().nullable()), { kind: 'list', of: { kind: 'text', nullable: true, optional: false }, ...always }],
    ['an object', z.object({ at: z.int() }).readonly(), { kind: 'object', fields: { at: { kind: 'number', ...always } }, ...always }],
  ])('knows %s', (_what, schema, shape) => {
    expect(shapeOf(schema, 'here')).toEqual(shape);
  });

  test('tells objects apart by a text that stands in each', () => {
    const way = z.discriminatedUnion('by', [
      z.object({ by: z.enum(['road', 'rail']), plate: z.string() }),
      z.object({ by: z.literal('air') }),
    ]);
    const plate = { plate: { kind: 'text', ...always } };
    expect(shapeOf(way, 'here')).toEqual({ kind: 'choice', by: 'by', cases: new Map<string, unknown>([['road', plate], ['rail', plate], ['air', {}]]), ...always });
  });

  test.each<[string, z.ZodType]>([
    ['a date', z.object({ at: z.date() })],
    ['anything', z.object({ at: z.unknown() })],
    ['a map', z.object({ at: z.record(z.string(), z.number()) })],
    ['fields without a name', z.object({ at: z.looseObject({}) })],
    ['a transformation', z.object({ at: z.string().transform(text => text.length) })],
    ['a text or a number', z.object({ at: z.union([z.string(), z.number()]) })],
    ['objects without a discriminator', z.object({ at: z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]) })],
    ['a field with a dot in its name', z.object({ 'a.b': z.string() })],
  ])('refuses %s and says where', (_what, schema) => {
    expect(() => shapeOf(schema, 'books')).toThrow(/^books/);
  });
});

describe('the collections of a store', () => {
  const open = (...collections: Collection<never>[]) => new Declared(collections);
  const declare = (said: object) => collection({ name: 'books', schema: z.object({ id: z.string(), tags: z.array(z.string()) }), ...said }) as unknown as Collection<never>;

  test('are all of a kind that stores can keep', () => {
    expect(open(...ALL_COLLECTIONS).all.length).toBe(ALL_COLLECTIONS.length);
  });

  test('have names of their own', () => {
    expect(() => open(declare({}), declare({}))).toThrow('share a name');
  });

  test.each<[string, object]>([
    ['an index on a field that is not there', { indexes: { byColour: ['colour'] } }],
    ['an index on a list', { indexes: { byTag: ['tags'] } }],
    ['a unique key on a list', { unique: { byTag: ['tags'] } }],
    ['a field that is the store’s own', { schema: z.object({ id: z.string(), rev: z.int() }) }],
    ['no id', { schema: z.object({ name: z.string() }) }],
    ['a number for an id', { schema: z.object({ id: z.number() }) }],
  ])('cannot have %s', (_what, said) => {
    expect(() => open(declare(said))).toThrow(/^books/);
  });
});
