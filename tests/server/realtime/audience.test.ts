/** Which rooms a piece of news goes to: the access table, and nothing beside it. */
import { expect, test } from 'vitest';
import { roomsFor, standingRoom, STANDINGS } from '../../../server/realtime/audience.ts';
import { REQUESTS } from '../../../server/realtime/requests.ts';
import { ACCESS, allows, type Deed } from '../../../shared/access.ts';
import { idFor } from '../../support/makeMember.ts';

const project = idFor('prj', 'one');
const deeds = Object.keys(ACCESS) as Deed[];

test.each(deeds)('news for “%s” goes to every standing that allows it, and to no other', deed => {
  const rooms = roomsFor(project, deed);
  for (const standing of STANDINGS) expect(rooms.includes(standingRoom(project, standing))).toBe(allows(standing, deed));
});

test('no two standings share a room, and no project another’s', () => {
  const rooms = [project, idFor('prj', 'two')].flatMap(id => STANDINGS.map(standing => standingRoom(id, standing)));
  expect(new Set(rooms).size).toBe(48);
});

test('every request of a page declares who may make it', () => {
  for (const rule of Object.values(REQUESTS)) expect(rule.needs === 'signed-in' || deeds.includes(rule.needs)).toBe(true);
});
