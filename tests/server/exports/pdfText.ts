/** The words of a PDF as a reader would get them: streams inflated, glyphs read back through each font's own table. */
import { inflateSync } from 'node:zlib';

interface Found {
  head: string;
  body: string;
}

export function pdfText(bytes: Uint8Array): string {
  const objects = objectsOf(Buffer.from(bytes));
  const tables = new Map<string, Map<string, string>>([...objects].flatMap(([id, { head }]) => {
    const unicode = /\/ToUnicode (\d+) 0 R/.exec(head)?.[1];
    return unicode ? [[id, tableOf(objects.get(unicode)?.body ?? '')] as const] : [];
  }));
  const faces = new Map<string, Map<string, string>>();
  for (const { head } of objects.values()) {
    for (const [, name = '', id = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) faces.set(name, tables.get(id) ?? new Map<string, string>());
  }
  return [...objects.values()].filter(({ body }) => /\bTf\b/.test(body)).map(({ body }) => wordsOf(body, faces)).join('\n');
}

function objectsOf(pdf: Buffer): Map<string, Found> {
  const text = pdf.toString('latin1');
  return new Map([...text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', whole = '']) => {
    const [head = '', stream] = whole.split(/\nstream\n/);
    const raw = stream === undefined ? Buffer.alloc(0) : Buffer.from(stream.replace(/\nendstream$/, ''), 'latin1');
    return [id, { head, body: head.includes('FlateDecode') && !head.includes('/FontFile') ? inflate(raw) : raw.toString('latin1') }];
  }));
}

function inflate(raw: Buffer): string {
  try {
    return inflateSync(raw).toString('latin1');
  } catch {
    return ''; // a font program or a picture: no words
  }
}

/** Glyph → words. Our library writes ranges of glyphs with a list of their code units. */
function tableOf(cmap: string): Map<string, string> {
  const table = new Map<string, string>();
  for (const [, from = '', list = ''] of cmap.matchAll(/<([0-9a-f]+)>\s*<[0-9a-f]+>\s*\[([^\]]*)\]/gi)) {
    [...list.matchAll(/<([0-9a-f ]+)>/gi)].forEach(([, units = ''], nth) => {
      const codes = units.replaceAll(' ', '').match(/.{4}/g) ?? [];
      table.set((parseInt(from, 16) + nth).toString(16).padStart(4, '0'), String.fromCharCode(...codes.map(code => parseInt(code, 16))));
    });
  }
  return table;
}

function wordsOf(content: string, faces: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let face: ReadonlyMap<string, string> | undefined;
  let words = '';
  for (const [, name, hex] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>/gi)) {
    if (name) face = faces.get(name);
    else for (const glyph of hex?.match(/.{4}/g) ?? []) words += face?.get(glyph.toLowerCase()) ?? '';
  }
  return words;
}
