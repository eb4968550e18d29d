/** What people see and change of themselves. */
import type { ChangeMe, Me, Person } from '../../shared/people.ts';
import type { Parts } from '../parts.ts';
import { colleagues, people, workspaces } from '../storage/collections.ts';
import { put, type Stored } from '../storage/store.ts';

export async function readMe({ store }: Pick<Parts, 'store'>, person: Stored<Person>): Promise<Me> {
  const places = await store.find(colleagues, 'byPerson', [person.id]);
  const theirs = await Promise.all(places.map(place => store.get(workspaces, place.workspaceId)));
  return { ...person, workspaces: theirs.flatMap(each => (each ? [{ id: each.id, name: each.name }] : [])) };
}

export async function changeMe(parts: Pick<Parts, 'store'>, person: Stored<Person>, change: ChangeMe): Promise<Me> {
  const { rev, ...present } = person;
  const changed: Person = {
    ...present,
    name: change.name ?? present.name,
    language: change.language ?? present.language,
    scheme: change.scheme ?? present.scheme,
  };
  await parts.store.commit([put(people, changed, rev)]);
  return readMe(parts, { ...changed, rev: rev + 1 });
}
