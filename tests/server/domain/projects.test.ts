/** Starting, changing and finding projects: decisions alone. */
import { describe, expect, test } from 'vitest';
import { changeProject, isMeant, newestChangeFirst, startProject } from '../../../server/domain/projects.ts';
import type { Project } from '../../../shared/projects.ts';
import { idFor } from '../../support/makeMember.ts';

const workspace = { id: idFor('wsp', 'nodo'), name: 'Nodo Software', createdAt: 0 };
const wish = {
  workspaceId: workspace.id, title: 'Perché no?', clientName: 'L’Ètoile', currency: 'EUR', language: 'it', template: 'blank',
} as const;

function started(more: Partial<Project> = {}): Project {
  const { project } = startProject(idFor('psn', 'marta'), workspace, wish, { projectId: idFor('prj', 'one'), memberId: idFor('mbr', 'marta'), at: 100 });
  return { ...project, ...more };
}

describe('starting a project', () => {
  test('makes the starter its host on the seller’s side, under the firm’s name', () => {
    const { project, host } = startProject(idFor('psn', 'marta'), workspace, wish, {
      projectId: idFor('prj', 'one'), memberId: idFor('mbr', 'marta'), at: 100,
    });
    expect(host).toMatchObject({ personId: idFor('psn', 'marta'), side: 'seller', role: 'host', approver: false, removedAt: null });
    expect(project).toMatchObject({ sellerName: 'Nodo Software', stage: 'listen', epoch: 1, changedAt: 100, archivedAt: null });
  });
});

describe('changing a project', () => {
  test('moves what was asked and the time of change, nothing else', () => {
    expect(changeProject(started(), { stage: 'draw' }, 200)).toEqual(started({ stage: 'draw', changedAt: 200 }));
  });

  test('is nothing when nothing differs', () => {
    expect(changeProject(started(), { title: 'Perché no?', archived: false }, 200)).toBeUndefined();
  });

  test('keeps the first moment of archiving, and brings back as it was', () => {
    const archived = changeProject(started(), { archived: true }, 200)!;
    expect(archived.archivedAt).toBe(200);
    expect(changeProject(archived, { archived: true }, 300)).toBeUndefined();
    expect(changeProject(archived, { archived: false }, 300)).toMatchObject({ archivedAt: null, title: 'Perché no?' });
  });
});

describe('a search', () => {
  test.each(['perche', 'PERCHÉ', 'etoile', 'perche etoile', "l'etoile", 'L’ÈTOILE', '', '  no  '])('finds it by “%s”', search => {
    expect(isMeant(started(), { search, archived: 'false' })).toBe(true);
  });

  test.each(['perch e no si', 'modastile', '.*', '$'])('does not find it by “%s”', search => {
    expect(isMeant(started(), { search, archived: 'false' })).toBe(false);
  });

  test('looks in one of the two piles', () => {
    const archived = started({ archivedAt: 5 });
    expect([isMeant(archived, { search: '', archived: 'false' }), isMeant(archived, { search: '', archived: 'true' })]).toEqual([false, true]);
    expect(isMeant(started(), { search: '', archived: 'true' })).toBe(false);
  });
});

test('the project changed last comes first, and equal ones keep one order everywhere', () => {
  const [a, b, c] = [started({ id: idFor('prj', 'a'), changedAt: 1 }), started({ id: idFor('prj', 'b'), changedAt: 2 }), started({ id: idFor('prj', 'c'), changedAt: 1 })];
  for (const order of [[a, b, c], [c, b, a]]) expect(order.sort(newestChangeFirst).map(each => each.id)).toEqual([b.id, a.id, c.id]);
});
