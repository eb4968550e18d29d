/** Who is here: oneself first, everybody once, five and then a number. */
import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { MemberId, ProjectId } from '../../../../shared/ids.ts';
import type { MemberView } from '../../../../shared/members.ts';
import { hereOf, PeopleHere } from '../../../../client/app/project/PeopleHere.tsx';
import { membersQuery } from '../../../../client/api/members.ts';
import type { LiveRoom, PersonHere } from '../../../../client/collab/types.ts';
import { Value } from '../../../../client/collab/value.ts';
import { draw } from '../../../support/draw.tsx';

const PROJECT = 'prj_0000000000000000000000' as ProjectId;
const idOf = (name: string) => `mbr_${name.padEnd(22, '0')}` as MemberId;

function member(name: string, joinedAt: number): MemberView {
  const id = idOf(name.toLowerCase());
  return { id, personId: id.replace('mbr', 'psn') as MemberView['personId'], name: `${name} Rossi`, side: 'client', role: 'editor', approver: false, joinedAt, removed: false };
}

let clientId = 0;
function window(name: string, more: Partial<PersonHere> & { page?: PersonHere['presence']['page'] } = {}): PersonHere {
  const { page = 'home', ...rest } = more;
  clientId += 1;
  return {
    clientId, memberId: idOf(name.toLowerCase()), self: false, changedAt: 0,
    presence: { page, pointer: null, selected: [], writing: null, view: null }, ...rest,
  };
}

const NAMES = ['Ada', 'Bruno', 'Carla', 'Dino', 'Elsa', 'Fabio', 'Gina'];
const MEMBERS = NAMES.map((name, nth) => member(name, nth));

describe('the people here', () => {
  test('begin with oneself, then by how long they have had a place', () => {
    const here = hereOf([window('Carla'), window('Ada'), window('Dino', { self: true })], MEMBERS);
    expect(here.map(each => each.member.name)).toEqual(['Dino Rossi', 'Ada Rossi', 'Carla Rossi']);
  });

  test('are counted once, however many windows they have: the one that moved last says where they are', () => {
    const here = hereOf([window('Ada', { page: 'proposal', changedAt: 20 }), window('Ada', { page: 'canvas', changedAt: 10 })], MEMBERS);
    expect(here.map(each => each.page)).toEqual(['proposal']);
  });

  test('leave out whom the member list does not know: a name is never taken from the line', () => {
    expect(hereOf([window('Nobody')], MEMBERS)).toEqual([]);
  });

  test('show five, then how many more; pressing somebody follows them on the canvas, or goes where else they are', () => {
    const people = new Value<readonly PersonHere[]>(NAMES.map((name, nth) => window(name, { self: nth === 6, page: nth === 1 ? 'proposal' : 'canvas' })));
    const page = draw(<PeopleHere room={{ people } as unknown as LiveRoom} projectId={PROJECT} />, {
      known: [[membersQuery(PROJECT).queryKey, MEMBERS]],
    });
    expect(screen.getAllByRole('listitem')).toHaveLength(6);
    expect(page.container).toHaveTextContent('+2');
    expect(screen.getByRole('img', { name: 'Gina, you' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Ada, on the canvas. Follow Ada' })).toHaveAttribute('href', `/projects/${PROJECT}/canvas?follow=${idOf('ada')}`);
    expect(screen.getByRole('link', { name: 'Bruno, in the proposal. Go there' })).toHaveAttribute('href', `/projects/${PROJECT}/proposal`);
  });
});
