/** The cards of a project's home: what waits for whom, and what is still open, in sentences with a place to go. */
import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { addElement } from '../../../../shared/documents/canvas.ts';
import { paragraph, writeRichText } from '../../../../shared/documents/richtext.ts';
import { newRoomDoc } from '../../../../shared/documents/roots.ts';
import type { OpenThread, ProjectHome } from '../../../../shared/home.ts';
import type { CommentId, DoubtId, ElementId, MemberId, ProjectId, RoundId, VersionId } from '../../../../shared/ids.ts';
import type { MemberView } from '../../../../shared/members.ts';
import type { ProjectView } from '../../../../shared/projects.ts';
import type { Side } from '../../../../shared/sides.ts';
import type { LiveRoom } from '../../../../client/collab/types.ts';
import { OpenCard } from '../../../../client/features/home/OpenCard.tsx';
import { RoundCard } from '../../../../client/features/home/RoundCard.tsx';
import { draw } from '../../../support/draw.tsx';

const NOTE = 'note_0000000000' as ElementId;

const someone = (name: string, side: Side): MemberView => ({
  id: `mbr_${name}` as MemberId, personId: `psn_${name}` as MemberView['personId'], name: `${name} Rossi`, side, role: 'editor', approver: side === 'client', joinedAt: 0, removed: false,
});
const MARTA = { ...someone('Marta', 'seller'), role: 'host' as const, approver: false };
const GIULIA = someone('Giulia', 'client');
const MEMBERS = [MARTA, GIULIA];

/** The project as one of its members sees it. */
function seenBy({ id, side, role, approver }: MemberView): ProjectView {
  return {
    id: 'prj_one' as ProjectId, workspaceId: 'wsp_one' as ProjectView['workspaceId'], title: 'One customer, one record', sellerName: 'Nodo S.r.l.', clientName: 'Modastile S.p.A.',
    currency: 'EUR', language: 'en', template: 'blank', stage: 'write', createdAt: 0, changedAt: 0, archivedAt: null, epoch: 1, me: { memberId: id, side, role, approver },
  };
}

const quiet: ProjectHome = { stage: 'write', members: 2, threads: { open: 0, latest: [] }, doubts: { unanswered: 0, latest: [] }, version: null, round: null };
const waiting: ProjectHome = { ...quiet, round: { id: 'rnd_one' as RoundId, versionId: 'ver_one' as VersionId, number: 3, putAt: Date.now(), waitingFor: [GIULIA.id] } };

function roomWithNote(): LiveRoom {
  const doc = newRoomDoc();
  addElement(doc, { id: NOTE, type: 'note', kind: 'doubt', x: 0, y: 0, w: 200, h: null, z: 0, locked: false, paper: null }, null, text => {
    writeRichText(text, [paragraph('I may be hurting my own deal')]);
  });
  return { doc } as unknown as LiveRoom;
}

const thread = (more: Partial<OpenThread>): OpenThread => ({
  anchor: { on: 'note', noteId: NOTE }, audience: 'everyone', comments: 2,
  latest: { id: `cmt_${more.audience ?? 'one'}` as CommentId, authorId: GIULIA.id, at: Date.now() - 3_600_000, words: 'Which numbers would you trust?' }, ...more,
});

describe('a round', () => {
  test('stands before its approver as their own task', () => {
    draw(<RoundCard project={seenBy(GIULIA)} home={waiting} members={MEMBERS} />);
    expect(screen.getByRole('heading', { name: 'Read and answer version 3 of “One customer, one record”' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Read version 3' })).toHaveAttribute('href', '/projects/prj_one/approval');
  });

  test('tells everybody else for whose word it waits', () => {
    draw(<RoundCard project={seenBy(MARTA)} home={waiting} members={MEMBERS} />, { language: 'it' });
    expect(screen.getByRole('heading', { name: 'La versione 3 aspetta la parola di Giulia' })).toBeVisible();
  });

  test('that waits for nobody takes no room', () => {
    expect(draw(<section aria-label="round"><RoundCard project={seenBy(MARTA)} home={quiet} members={MEMBERS} /></section>).getByRole('region', { name: 'round' })).toBeEmptyDOMElement();
  });
});

describe('what is still open', () => {
  const card = (project: ProjectView, home: ProjectHome, members = MEMBERS) => <OpenCard project={project} room={roomWithNote()} home={home} members={members} />;

  test('is said with the words of the note, and leads to it', () => {
    draw(card(seenBy(GIULIA), { ...quiet, threads: { open: 1, latest: [thread({})] } }));
    const link = screen.getByRole('link', { name: /On “I may be hurting my own deal”.*Giulia: “Which numbers would you trust\?”/ });
    expect(link).toHaveAttribute('href', `/projects/prj_one/canvas?note=${NOTE}`);
    expect(screen.queryByText(/reads this/)).toBeNull();
  });

  test('does not name a version that was approved', () => {
    const version = { id: 'ver_one' as VersionId, name: null, number: 3, frozenAt: 0, outcome: { state: 'approved' as const, by: null, words: '' } };
    draw(card(seenBy(GIULIA), { ...quiet, version }));
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getByText('Nothing is open just now.')).toBeVisible();
  });

  test('names who asked for changes, and why', () => {
    const version = { id: 'ver_one' as VersionId, name: null, number: 3, frozenAt: 0, outcome: { state: 'changes' as const, by: GIULIA.id, words: 'The second year is missing.' } };
    draw(card(seenBy(MARTA), { ...quiet, version, threads: { open: 1, latest: [thread({})] } }), { language: 'it' });
    expect(screen.getAllByRole('link')[0]).toHaveAccessibleName(/^Modastile ha chiesto/);
    expect(screen.getByRole('link', { name: /^Modastile ha chiesto modifiche alla versione 3.*Giulia: «The second year is missing\.»/ })).toHaveAttribute('href', '/projects/prj_one/approval');
    expect(screen.queryByText(/Per ora nessuno/)).toBeNull();
  });

  test('among the seller’s people says who alone reads it', () => {
    draw(card(seenBy(MARTA), { ...quiet, threads: { open: 1, latest: [thread({ audience: 'internal' })] } }), { language: 'it' });
    expect(screen.getByRole('link', { name: /^Lo legge solo Nodo/ })).toBeVisible();
  });

  test('shows a doubt that waits for the other side’s answer before everything else, and leads to its scenario', () => {
    const doubt = { id: 'dbt_one' as DoubtId, scenarioId: 'scn_demo-S0------', authorId: MARTA.id, words: 'Is this the project you need?', createdAt: Date.now() - 3_600_000 };
    draw(card(seenBy(GIULIA), { ...quiet, threads: { open: 1, latest: [thread({})] }, doubts: { unanswered: 1, latest: [doubt] } }));
    const [first] = screen.getAllByRole('link');
    expect(first).toHaveAccessibleName(/A doubt waits for Modastile’s answer.*“Is this the project you need\?”.*Marta/);
    expect(first).toHaveAttribute('href', '/projects/prj_one/value?scenario=scn_demo-S0------#doubts');
  });

  test('counts what does not fit', () => {
    draw(card(seenBy(GIULIA), { ...quiet, threads: { open: 3, latest: [thread({})] } }));
    expect(screen.getByText('and 2 more threads on the canvas')).toBeVisible();
  });

  test('is nothing, and the card says so', () => {
    draw(card(seenBy(GIULIA), quiet), { language: 'it' });
    expect(screen.getByText('Per ora non c’è nulla in sospeso.')).toBeVisible();
  });

  test('begins with a table at which the client does not sit, for whoever may invite them', () => {
    draw(card(seenBy(MARTA), quiet, [MARTA]));
    expect(screen.getByRole('link', { name: /Nobody from Modastile sits at this table yet/ })).toHaveAttribute('href', '/projects/prj_one/people');
    expect(screen.queryByText('Nothing is open just now.')).toBeNull();
  });
});
