/** Reads the address of a sync line: `/yjs/<roomId>?v=3&epoch=1&acks=1&page=123`. Decides nothing. */

export interface Address {
  /** As written; may be no room at all. */
  room: string;
  /** The page's version of document and line; a stock provider does not say. */
  version: number | undefined;
  epoch: number | undefined;
  wantsOurs: boolean;
  /** The client id under which the page was opened; empty for a stock provider. */
  page: string;
}

const PREFIX = '/yjs/';

/** Undefined when the path is not ours. */
export function readAddress(url: string): Address | undefined {
  const [path = '', query = ''] = url.split('?', 2);
  if (!path.startsWith(PREFIX)) return undefined;
  const asked = new URLSearchParams(query);
  return {
    room: path.slice(PREFIX.length),
    version: wholeNumber(asked.get('v')),
    epoch: wholeNumber(asked.get('epoch')),
    wantsOurs: asked.get('acks') === '1',
    page: (asked.get('page') ?? '').slice(0, 20),
  };
}

function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
