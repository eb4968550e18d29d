/**
 * What a document is, down to which struct stands where: two copies that agree in this agree in everything
 * that anybody can see or build on. Knows Yjs; knows no room.
 */
import * as Y from 'yjs';

export interface Picture {
  /** Roots by name, as plain data. */
  content: string;
  /** Next clock by client id. */
  vector: string;
  /** Deleted ranges by client id, joined. */
  deleted: string;
  /** The ids of everything visible, in order, place by place. */
  order: string;
}

const ROOTS = {
  body: (doc: Y.Doc) => doc.getText('body'),
  list: (doc: Y.Doc) => doc.getArray('list'),
  canvas: (doc: Y.Doc) => doc.getMap('canvas'),
  proposal: (doc: Y.Doc) => doc.getXmlFragment('proposal'),
};
type Range = [start: number, end: number];

/** `leaveOut`: client ids whose words do not count. */
export function pictureOf(doc: Y.Doc, leaveOut: (clientId: number) => boolean = () => false): Picture {
  const roots = Object.entries(ROOTS).map(([name, root]) => [name, root(doc)] as const);
  const ranges = [...Y.createDeleteSetFromStructStore(doc.store).clients].filter(([client]) => !leaveOut(client));
  return {
    content: JSON.stringify(roots.map(([name, root]) => [name, plain(root)])),
    vector: sorted([...Y.decodeStateVector(Y.encodeStateVector(doc))].filter(([client]) => !leaveOut(client))),
    deleted: sorted(ranges.map(([client, items]) => [client, joined(items.map(({ clock, len }) => [clock, clock + len]))])),
    order: roots.map(([name, root]) => `${name}:${orderOf(root, leaveOut)}`).join('\n'),
  };
}

/** As plain data, keys in order: maps remember the order in which keys came, which means nothing. */
function plain(value: unknown): unknown {
  if (value instanceof Y.Text) return (value.toDelta() as unknown[]).map(plain);
  if (value instanceof Y.XmlElement) return [value.nodeName, plain(value.getAttributes()), value.toArray().map(plain)];
  if (value instanceof Y.Array || value instanceof Y.XmlFragment) return value.toArray().map(plain);
  if (value instanceof Y.Map) return plain(Object.fromEntries(value.entries()));
  if (value instanceof Uint8Array) return [...value];
  if (typeof value === 'bigint') return `${value}n`;
  if (value instanceof Y.Doc) return 'a document';
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, plain(each)]);
}

/** Where two pictures differ; undefined when they are one. `content` is left out where some words do not count. */
export function difference(one: Picture, other: Picture, parts: readonly (keyof Picture)[] = ['vector', 'deleted', 'content', 'order']): string | undefined {
  const part = parts.find(each => one[each] !== other[each]);
  return part && `${part}: ${clip(one[part], other[part])} | ${clip(other[part], one[part])}`;
}

/** From just before they part. */
function clip(text: string, other: string): string {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at++;
  return text.slice(Math.max(0, at - 30), at + 80);
}

const sorted = (pairs: [number, unknown][]) => JSON.stringify(pairs.sort(([a], [b]) => a - b));

function joined(ranges: Range[]): Range[] {
  const result: Range[] = [];
  for (const [start, end] of ranges.sort(([a], [b]) => a - b)) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

type Place = Pick<Y.Text, '_start' | '_map'>;

/** Yjs splits and joins items as it likes: neighbours of one run are one range here. */
function orderOf(place: Place, leaveOut: (clientId: number) => boolean): string {
  const runs: { client: number; start: number; end: number }[] = [];
  const below: string[] = [];
  const see = (item: Y.Item, into: (id: Y.ID, length: number) => void) => {
    if (item.deleted || leaveOut(item.id.client)) return;
    into(item.id, item.length);
    if (item.content instanceof Y.ContentType) below.push(`(${orderOf(item.content.type, leaveOut)})`);
  };
  for (let item = place._start; item; item = item.right) {
    see(item, ({ client, clock }, length) => {
      const last = runs.at(-1);
      if (last?.client === client && last.end === clock) last.end += length;
      else runs.push({ client, start: clock, end: clock + length });
    });
  }
  const keys: string[] = [];
  for (const [key, item] of place._map) see(item, ({ client, clock }) => keys.push(`${key}=${client}.${clock}`));
  return `${runs.map(({ client, start, end }) => `${client}.${start}-${end}`).join(' ')}[${keys.sort().join(' ')}]${below.sort().join('')}`;
}
