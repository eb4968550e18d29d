/** The declared keys as MongoDB indexes; those of ours that are no longer declared go. */
import { type AnyCollection, fieldsOf } from '../declared.ts';
import type { Shape } from '../shape.ts';

export interface WantedIndex {
  readonly name: string;
  readonly key: Record<string, 1 | -1>;
  readonly unique?: true;
  readonly partialFilterExpression?: Record<string, { $gte: string | number | boolean }>;
}

/** As much of a model as is needed here. */
interface Indexed {
  createCollection(): Promise<unknown>;
  readonly collection: {
    indexes(): Promise<unknown>;
    dropIndex(name: string): Promise<unknown>;
    createIndexes(wanted: WantedIndex[]): Promise<unknown>;
  };
}

const UNIQUE = 'unique_';
const PLAIN = 'index_';

export function indexesOf(collection: AnyCollection): WantedIndex[] {
  const shapes = fieldsOf(collection);
  return [
    ...Object.entries(collection.unique).map(([name, fields]): WantedIndex => {
      const partial = fields.flatMap(field => lowest(field, shapes[field]));
      const filter = partial.length > 0 ? { partialFilterExpression: Object.fromEntries(partial) } : {};
      return { name: UNIQUE + name, key: ascending(fields), unique: true, ...filter };
    }),
    ...Object.entries(collection.indexes)
      .filter(([, fields]) => fields.length > 0) // ordered by id alone: MongoDB has that index already
      .map(([name, fields]): WantedIndex => ({ name: PLAIN + name, key: { ...ascending(fields), _id: 1 } })),
  ];
}

/** The declared name of a unique key, from what MongoDB says of a duplicate; undefined for another index. */
export function takenUnique(message: string): string | undefined {
  const index = /index: (?:\S+\.\$)?(\S+)/.exec(message)?.[1];
  return index?.startsWith(UNIQUE) ? index.slice(UNIQUE.length) : undefined;
}

/**
 * Everything of its kind is at or above this value, and null is not: so a query for a value still uses the index,
 * which with `$type` or `$exists` it would not.
 */
function lowest(field: string, shape: Shape | undefined): [string, { $gte: string | number | boolean }][] {
  if (!shape || (!shape.nullable && !shape.optional)) return [];
  if (shape.kind === 'number') return [[field, { $gte: -Infinity }]];
  return [[field, { $gte: shape.kind === 'flag' ? false : '' }]];
}

const ascending = (fields: readonly string[]): Record<string, 1> => Object.fromEntries(fields.map(field => [field, 1 as const]));

/** Several servers may do this at once: making an index that is there is no change. */
export async function prepareIndexes(model: Indexed, wanted: readonly WantedIndex[]): Promise<void> {
  await model.createCollection();
  const present = (await model.collection.indexes()) as WantedIndex[];
  const stale = present.filter(({ name }) => isOurs(name) && !wanted.some(index => index.name === name && same(index, present)));
  for (const { name } of stale) await model.collection.dropIndex(name);
  if (wanted.length > 0) await model.collection.createIndexes([...wanted]);
}

const isOurs = (name: string): boolean => name.startsWith(UNIQUE) || name.startsWith(PLAIN);

function same(index: WantedIndex, present: readonly WantedIndex[]): boolean {
  const there = present.find(each => each.name === index.name);
  return there !== undefined && essence(there) === essence(index);
}

const essence = ({ key, unique, partialFilterExpression }: WantedIndex): string =>
  JSON.stringify([Object.entries(key), unique ?? false, Object.entries(partialFilterExpression ?? {})]);
