/** Which address belongs to whom in the examples: `marta.localhost`. Pure words. */
import type { PersonId } from '../../shared/ids.ts';

interface Named {
  readonly id: PersonId;
  readonly name: string;
}

/** The first name in plain letters; a second Marta gets her second name too, a third one a number. */
export function hostNames(people: readonly Named[]): ReadonlyMap<PersonId, string> {
  const hosts = new Map<PersonId, string>();
  const taken = new Set<string>();
  for (const { id, name } of people) {
    if (hosts.has(id)) continue;
    const host = freeOf(taken, name);
    taken.add(host);
    hosts.set(id, host);
  }
  return hosts;
}

function freeOf(taken: ReadonlySet<string>, name: string): string {
  const [first = 'guest', ...more] = plainWords(name);
  const whole = label([first, ...more].join('-'));
  let host = label(first);
  for (let nth = 1; taken.has(host); nth += 1) host = nth === 1 ? whole : `${whole}-${nth}`;
  return host;
}

/** At most 63 characters fit a host label; the number behind needs some of them. */
const label = (words: string): string => words.slice(0, 50).replace(/-+$/, '');

/** Titles (`Dr.`), accents and everything that no host name may hold go. */
function plainWords(name: string): string[] {
  return name.replace(/\S+\.(?=\s)/g, '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/[^a-z0-9]+/).filter(word => word !== '');
}

/** The same port as the page was opened on. */
export function seatUrl(name: string, host: string): string {
  const port = /:\d+$/.exec(host)?.[0] ?? '';
  return `http://${name}.localhost${port}/`;
}
