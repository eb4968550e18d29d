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
    const host = candidates(name).find(each => !taken.has(each))!;
    taken.add(host);
    hosts.set(id, host);
  }
  return hosts;
}

function candidates(name: string): string[] {
  const [first = 'guest', ...more] = plainWords(name);
  const whole = [first, ...more].join('-').slice(0, 50);
  return [first.slice(0, 50), whole, ...Array.from({ length: 1_000 }, (_, n) => `${whole}-${n + 2}`)];
}

/** Accents go, everything that no host name may hold goes. */
function plainWords(name: string): string[] {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/[^a-z0-9]+/).filter(word => word !== '');
}

/** The same port as the page was opened on. */
export function seatUrl(name: string, host: string): string {
  const port = /:\d+$/.exec(host)?.[0] ?? '';
  return `http://${name}.localhost${port}/`;
}
