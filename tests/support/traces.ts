/**
 * Finds a word in recorded bytes, in whatever form it could have travelled: plain, UTF-16, escaped in JSON or an
 * address, in hexadecimal, in base64 at any of its three alignments. Gzip is undone by the browser before it records.
 */

/** Every form of a word as bytes. */
function formsOf(word: string): Buffer[] {
  const utf8 = Buffer.from(word, 'utf8');
  const escaped = [...word].map(letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  const percent = [...utf8].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join('');
  return [
    utf8, Buffer.from(word, 'utf16le'), Buffer.from(word, 'utf16le').swap16(), Buffer.from(encodeURIComponent(word)),
    Buffer.from(utf8.toString('hex')), Buffer.from(escaped), Buffer.from(percent), ...base64FormsOf(utf8),
  ];
}

/** Base64 of the word wherever it stands in a longer text: whole letters at each alignment, the mixed ones left out. */
function base64FormsOf(utf8: Buffer): Buffer[] {
  return [0, 1, 2].flatMap(shift => {
    const inner = Buffer.concat([Buffer.alloc(shift), utf8]).toString('base64');
    const core = inner.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + utf8.length) * 8) / 6));
    return [Buffer.from(core), Buffer.from(core.replaceAll('+', '-').replaceAll('/', '_'))];
  });
}

/** Whether any form of `word` (at least four letters) stands in these bytes. */
export function holdsTrace(bytes: Uint8Array, word: string): boolean {
  const recorded = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return formsOf(word).some(form => recorded.includes(form));
}
