/**
 * better-auth's database port on our tables. Queries are one equality each; anything richer throws,
 * because silently answering the wrong rows is how a session goes to the wrong person.
 */
import { createAdapterFactory, type CleanedWhere } from '@better-auth/core/db/adapter';
import { NotSupported, type Row, type Table } from './tables.ts';

export function createAdapter(tables: Readonly<Record<string, Table>>) {
  return createAdapterFactory({
    config: { adapterId: 'insieme', supportsNumericIds: false },
    adapter: () => ({
      create: async <T>({ model, data }: { model: string; data: T }) => theirs<T>(await table(tables, model).create(data as Row)),
      findOne: async <T>({ model, where }: Asked) => theirs<T | null>((await rows(tables, model, where))[0] ?? null),
      findMany: async <T>({ model, where, limit, offset, sortBy }: Asked & Paging) => {
        refusePaging({ offset, sortBy });
        return theirs<T[]>((await rows(tables, model, where)).slice(0, limit));
      },
      update: async <T>({ model, where, update }: Asked & { update: T }) => {
        const row = (await rows(tables, model, where))[0];
        return theirs<T | null>(row ? await table(tables, model).change(row, update as Row) : null);
      },
      delete: async ({ model, where }: Asked) => void (await removeAll(tables, model, where)),
      deleteMany: ({ model, where }: Asked) => removeAll(tables, model, where),
      consumeOne: async <T>({ model, where }: Asked) => {
        const row = (await rows(tables, model, where))[0];
        return theirs<T | null>(row && (await table(tables, model).remove(row)) ? row : null);
      },
      updateMany: () => Promise.reject(new NotSupported('updateMany')),
      count: () => Promise.reject(new NotSupported('count')),
    }),
  });
}

interface Asked {
  model: string;
  where?: CleanedWhere[] | undefined;
}
interface Paging {
  limit: number;
  offset?: number | undefined;
  sortBy?: { field: string; direction: 'asc' | 'desc' } | undefined;
}

function table(tables: Readonly<Record<string, Table>>, model: string): Table {
  const found = tables[model];
  if (!found) throw new NotSupported(`the table ${model}`);
  return found;
}

function rows(tables: Readonly<Record<string, Table>>, model: string, where: CleanedWhere[] | undefined): Promise<Row[]> {
  const { field, value } = oneEquality(model, where);
  return table(tables, model).find(field, value);
}

function oneEquality(model: string, where: CleanedWhere[] | undefined): CleanedWhere {
  const [only, ...more] = where ?? [];
  if (!only || more.length > 0 || only.operator !== 'eq' || only.mode !== 'sensitive') {
    throw new NotSupported(`${model}: ${JSON.stringify((where ?? []).map(({ field, operator, mode }) => ({ field, operator, mode })))}`);
  }
  return only;
}

/** Tables answer the newest first, which is the one order that is asked for. */
function refusePaging({ offset, sortBy }: Pick<Paging, 'offset' | 'sortBy'>): void {
  if (offset !== undefined && offset !== 0) throw new NotSupported('offset');
  if (sortBy && (sortBy.field !== 'createdAt' || sortBy.direction !== 'desc')) throw new NotSupported(`sort by ${sortBy.field}`);
}

async function removeAll(tables: Readonly<Record<string, Table>>, model: string, where: CleanedWhere[] | undefined): Promise<number> {
  let removed = 0;
  for (const row of await rows(tables, model, where)) if (await table(tables, model).remove(row)) removed += 1;
  return removed;
}

/** The port is generic over what better-auth believes a row to be; its own factory checks the fields. */
function theirs<T>(row: unknown): T {
  return row as T;
}
