/** The board as React Flow is handed it: only what changed is new, a drag runs ahead, nothing passing is written. */
import type { NodeChange } from '@xyflow/react';
import { describe, expect, test } from 'vitest';
import { readElement, readElements } from '../../../../shared/documents/canvas.ts';
import { Value } from '../../../../client/collab/value.ts';
import { BoardNodes } from '../../../../client/features/canvas/BoardNodes.ts';
import { Desk } from '../../../../client/features/canvas/Desk.ts';
import { Steps } from '../../../../client/features/canvas/steps.ts';
import { CanvasStore } from '../../../../client/features/canvas/store.ts';
import { linkedRooms } from '../../../support/linkedRooms.ts';

function board() {
  const { rooms: [marta, paolo] } = linkedRooms('marta', 'paolo');
  let now = 1_000_000;
  const store = new CanvasStore(marta!.doc, run => run());
  const steps = new Steps(marta!.doc);
  const desk = new Desk({ store, steps, mayWrite: new Value(true), now: () => now });
  const nodes = new BoardNodes(store, desk);
  for (const part of [store, steps, desk, nodes]) part.start();
  desk.addEightAreas();
  const area = store.areas().find(each => each.kind === 'fears')!;
  const [a, b] = [desk.addNoteIn(area.id)!, desk.addNoteIn(area.id)!];
  const shown = (id: string) => nodes.nodes.get().find(node => node.id === id)!;
  const later = (ms: number) => { now += ms; };
  return { marta: marta!, paolo: paolo!, store, desk, nodes, area, a, b, shown, later };
}

const dragged = (id: string, x: number, y: number): NodeChange => ({ type: 'position', id, position: { x, y }, dragging: true });

describe('the board', () => {
  test('makes anew only the card that changed', () => {
    const { desk, nodes, a, b, shown } = board();
    const before = { a: shown(a), b: shown(b), edges: nodes.edges.get() };
    desk.change(new Map([[a, { x: 500 }]]));

    expect(shown(a)).not.toBe(before.a);
    expect(shown(a).position.x).toBe(500);
    expect(shown(b)).toBe(before.b);
    expect(nodes.edges.get()).toBe(before.edges);
  });

  test('shows a dragged area with what lies in it at once, and writes it now and then', () => {
    const { paolo, desk, nodes, area, a, shown, later } = board();
    const from = shown(a).position;
    let written = 0;
    paolo.doc.on('update', () => { written += 1; });
    nodes.startDrag([area.id]);
    for (let frame = 1; frame <= 20; frame += 1) {
      later(8);
      nodes.onNodesChange([dragged(area.id, area.x + frame, area.y)]);
      expect(shown(a).position.x).toBe(from.x + frame);
    }
    expect(written).toBeLessThan(8);
    nodes.endDrag();
    expect(readElement(paolo.doc, a)).toMatchObject({ x: from.x + 20 });

    desk.undo();
    expect(shown(a).position).toEqual(from);
    expect(shown(area.id).position).toEqual({ x: area.x, y: area.y });
  });

  test('draws once for all that one frame brings', () => {
    const { nodes, a, b } = board();
    nodes.startDrag([a]);
    let drawn = 0;
    nodes.nodes.subscribe(() => { drawn += 1; });
    nodes.onNodesChange([{ type: 'select', id: a, selected: true }, { type: 'select', id: b, selected: false }, dragged(a, 300, 300)]);
    expect(drawn).toBe(1);
  });

  test('keeps what is chosen and how tall cards are drawn out of the document', () => {
    const { marta, desk, nodes, a, b, shown } = board();
    const before = JSON.stringify(readElements(marta.doc));
    let updates = 0;
    marta.doc.on('update', () => { updates += 1; });
    nodes.onNodesChange([
      { type: 'select', id: a, selected: true }, { type: 'select', id: b, selected: false },
      { type: 'dimensions', id: a, dimensions: { width: 164, height: 133 } },
    ]);

    expect([...desk.selection.get()]).toEqual([a]);
    expect(shown(a)).toMatchObject({ selected: true, measured: { height: 133 } });
    expect(nodes.heightOf(a)).toBe(133);
    expect(updates).toBe(0);
    expect(JSON.stringify(readElements(marta.doc))).toBe(before);
  });

  test('catches notes with a rectangle, and an area only when it lies in it whole', () => {
    const { desk, nodes, area, a, b, store } = board();
    desk.connect(a, b);
    desk.select([]);
    const line = store.elements().find(element => element.type === 'connector')!.id;
    const caught = [a, area.id].map((id): NodeChange => ({ type: 'select', id, selected: true }));
    nodes.startMarquee({ x: area.x + 5, y: area.y + 50 });
    nodes.onNodesChange(caught);
    nodes.onEdgesChange([{ type: 'select', id: line, selected: true }]);
    nodes.endMarquee({ x: area.x + 200, y: area.y + 200 });
    expect([...desk.selection.get()]).toEqual([a]);

    desk.select([]);
    nodes.startMarquee({ x: area.x - 5, y: area.y - 5 });
    nodes.onNodesChange(caught);
    nodes.endMarquee({ x: area.x + area.w + 5, y: area.y + area.h + 5 });
    expect([...desk.selection.get()]).toEqual([a, area.id]);
  });

  test('lets locked things be looked at, not dragged', () => {
    const { desk, a, shown } = board();
    desk.select([a]);
    desk.setLocked(true);
    expect(shown(a).draggable).toBe(false);
    desk.setLocked(false);
    expect(shown(a).draggable).toBeUndefined();
  });

  test('keeps areas below lines, lines below notes and ink above all, however they are ordered', () => {
    const { desk, nodes, area, a, b, shown } = board();
    const line = desk.connect(a, b)!;
    const ink = desk.addInk({ x: 0, y: 0, points: [0, 0, 0.5, 5, 5, 0.5], colour: 'green', thickness: 4 })!;
    desk.select([area.id]);
    for (let time = 0; time < 5; time += 1) desk.bringToFront();
    desk.select([ink]);
    desk.sendToBack();
    desk.select([]);
    const edge = nodes.edges.get().find(each => each.id === line)!;
    const layers = [shown(area.id).zIndex!, edge.zIndex!, shown(a).zIndex!, shown(ink).zIndex!];
    expect(layers).toEqual([...layers].sort((x, y) => x - y));
  });
});
