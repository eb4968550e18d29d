/** Fresh ids for what is drawn: a word for the kind and 96 random bits. */
import { ElementId } from '../../../shared/ids.ts';

export function freshId(kind: 'note' | 'area' | 'line' | 'ink'): ElementId {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  const text = btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_');
  return ElementId.parse(`${kind}_${text}`);
}
