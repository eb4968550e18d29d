/**
 * The board as React Flow wants it: nodes and edges made from elements, and only those made anew that changed.
 *
 * What passes (a drag that is still going on, measured sizes, what is chosen) lives here and is never written to
 * the document. Notes that are far off screen get a guessed height, so that they need not be mounted to be measured.
 */
import { type Edge, type EdgeChange, type Node, type NodeChange, Position } from '@xyflow/react';
import { ASSUMED_NOTE_HEIGHT, type Changes, type CanvasElement } from '../../../shared/documents/canvas.ts';
import { plainText } from '../../../shared/documents/richtext.ts';
import { Value } from '../../collab/value.ts';
import type { Desk, Gesture } from './Desk.ts';
import { boxOfInk } from './elements.ts';
import { boundsOf, contains, type Point } from './geometry.ts';
import type { CanvasStore } from './store.ts';

/** Room between the types, so that "bring to front" moves a note above notes and never an area above them. */
const LAYER = { area: 0, connector: 1_000_000, note: 2_000_000, ink: 3_000_000 } as const;
const MOST_Z = 400_000;
const RAISED = 450_000;
const layerOf = ({ type, z }: CanvasElement): number => LAYER[type] + Math.max(-MOST_Z, Math.min(MOST_Z, Math.round(z * 2)));

interface Size {
  width: number;
  height: number;
}

export class BoardNodes {
  readonly nodes = new Value<Node[]>([]);
  readonly edges = new Value<Edge[]>([]);
  readonly #store: CanvasStore;
  readonly #desk: Desk;
  readonly #made = new Map<string, Node>();
  readonly #drawn = new Map<string, Edge>();
  readonly #measured = new Map<string, Size>();
  /** Where things stand while they are dragged here, ahead of what is written. */
  readonly #underway = new Map<string, Point>();
  #marquee: Point | undefined;
  #drag: { gesture: Gesture; from: Map<string, Point> } | undefined;
  #chosen: ReadonlySet<string> = new Set();
  #holding = false;
  #unshown = false;

  constructor(store: CanvasStore, desk: Desk) {
    this.#store = store;
    this.#desk = desk;
  }

  start(): () => void {
    const stops = [
      this.#store.onBatch(({ changed }) => this.#renew(changed)),
      this.#desk.selection.subscribe(() => this.#renewChosen()),
    ];
    this.#chosen = this.#desk.selection.get();
    this.#renew(this.#store.order.get());
    return () => stops.forEach(stop => stop());
  }

  heightOf(id: string): number | undefined {
    return this.#measured.get(id)?.height;
  }

  onNodesChange = (changes: NodeChange[]): void => {
    this.#atOnce(() => this.#apply(changes));
  };

  #apply(changes: readonly NodeChange[]): void {
    const dirty = new Set<string>();
    const moved = new Map<string, Point>();
    for (const change of changes) {
      if (change.type === 'dimensions' && change.dimensions && !change.setAttributes) {
        this.#measured.set(change.id, change.dimensions);
        dirty.add(change.id);
      }
      if (change.type === 'position' && change.dragging && change.position) moved.set(change.id, change.position);
    }
    for (const id of this.#move(moved)) dirty.add(id);
    this.#choose(changes);
    this.#renew(dirty);
  }

  onEdgesChange = (changes: EdgeChange[]): void => this.#atOnce(() => this.#choose(changes));

  startDrag = (ids: readonly string[]): void => {
    const moving = this.#desk.carriedBy(ids);
    const from = new Map([...moving].flatMap((id): [string, Point][] => {
      const element = this.#store.element(id);
      return element && element.type !== 'connector' ? [[id, { x: element.x, y: element.y }]] : [];
    }));
    this.#drag = { gesture: this.#desk.gesture(), from };
  };

  endDrag = (): void => {
    this.#atOnce(() => {
      const moved = [...this.#underway.keys()];
      this.#drag?.gesture.end();
      this.#drag = undefined;
      this.#underway.clear();
      this.#renew(moved);
    });
  };

  /** What React Flow moves, and with it what lies in the areas that move. Answers everything that moved. */
  #move(moved: ReadonlyMap<string, Point>): string[] {
    const [first] = moved;
    const start = first && this.#drag?.from.get(first[0]);
    if (!start || !this.#drag) return [];
    const [dx, dy] = [first[1].x - start.x, first[1].y - start.y];
    const changes = new Map<string, Changes>();
    for (const [id, from] of this.#drag.from) {
      const at = { x: from.x + dx, y: from.y + dy };
      this.#underway.set(id, at);
      changes.set(id, at);
    }
    this.#drag.gesture.change(changes);
    return [...changes.keys()];
  }

  #choose(changes: readonly (NodeChange | EdgeChange)[]): void {
    const chosen = new Set(this.#desk.selection.get());
    for (const change of changes) {
      if (change.type !== 'select') continue;
      if (!change.selected) chosen.delete(change.id);
      else if (!this.#marquee || this.#isCaught(change.id)) chosen.add(change.id);
    }
    this.#desk.select(chosen);
  }

  /** A rectangle drawn by the pointer catches cards that it touches. */
  startMarquee = (from: Point): void => {
    this.#marquee = from;
  };

  /** Areas are meant only when they lie in it whole, or choosing notes inside one would choose the area too. */
  endMarquee = (to: Point): void => {
    const from = this.#marquee;
    this.#marquee = undefined;
    if (!from) return;
    const drawn = boundsOf([from, to].map(({ x, y }) => ({ x, y, w: 0, h: 0 })));
    const whole = this.#store.areas().filter(area => drawn && contains(drawn, area));
    this.#desk.select([...this.#desk.selection.get(), ...whole.map(area => area.id)]);
  };

  #isCaught(id: string): boolean {
    const type = this.#store.element(id)?.type;
    return type === 'note' || type === 'ink';
  }

  #renewChosen(): void {
    const [before, now] = [this.#chosen, this.#desk.selection.get()];
    this.#chosen = now;
    this.#renew([...before, ...now]);
  }

  #renew(ids: Iterable<string>): void {
    for (const id of ids) {
      const element = this.#store.element(id);
      this.#made.delete(id);
      this.#drawn.delete(id);
      this.#unshown = true;
      if (!element) continue;
      if (element.type === 'connector') this.#drawn.set(id, this.#edge(element));
      else this.#made.set(id, this.#node(element));
    }
    if (!this.#holding) this.#show();
  }

  /** A frame of a drag chooses, moves and writes: the screen is drawn once for all of it. */
  #atOnce(deeds: () => void): void {
    this.#holding = true;
    try {
      deeds();
    } finally {
      this.#holding = false;
    }
    this.#show();
  }

  #show(): void {
    if (!this.#unshown) return;
    this.#unshown = false;
    const order = this.#store.order.get();
    this.nodes.set(order.flatMap(id => this.#made.get(id) ?? []));
    const edges = order.flatMap(id => this.#drawn.get(id) ?? []);
    const before = this.edges.get();
    if (edges.length !== before.length || edges.some((edge, nth) => edge !== before[nth])) this.edges.set(edges);
  }

  #node(element: Exclude<CanvasElement, { type: 'connector' }>): Node {
    const size = this.#sizeOf(element);
    const { x, y } = this.#underway.get(element.id) ?? element;
    return {
      id: element.id,
      type: element.type,
      position: { x, y },
      data: {},
      selected: this.#chosen.has(element.id),
      zIndex: layerOf(element) + (this.#isRaised(element) ? RAISED : 0),
      width: size.width,
      ...(element.type === 'note' ? {} : { height: size.height }),
      measured: size,
      handles: handlesOf(size),
      ...(element.type === 'area' && { dragHandle: '.cv-area-head' }),
      ...(element.locked && { draggable: false }),
      // Areas and strokes let the pointer through where nothing is drawn.
      ...(element.type !== 'note' && { style: { pointerEvents: 'none' } }),
      domAttributes: namedBy(element.id),
    };
  }

  #edge(element: Extract<CanvasElement, { type: 'connector' }>): Edge {
    return {
      id: element.id,
      type: 'connector',
      source: element.from,
      target: element.to,
      selected: this.#chosen.has(element.id),
      zIndex: layerOf(element),
      domAttributes: namedBy(element.id),
    };
  }

  /** What is carried, and a chosen area, show whole while that lasts. */
  #isRaised({ id, type }: CanvasElement): boolean {
    return this.#underway.has(id) || (type === 'area' && this.#chosen.has(id));
  }

  #sizeOf(element: Exclude<CanvasElement, { type: 'connector' }>): Size {
    if (element.type === 'area') return { width: element.w, height: element.h };
    if (element.type === 'ink') return { width: boxOfInk(element).w, height: boxOfInk(element).h };
    const known = this.#measured.get(element.id);
    return { width: element.w, height: known?.height ?? Math.max(element.h ?? 0, this.#guess(element.id, element.w)) };
  }

  /** About as tall as the words will be; put right when the note is drawn. */
  #guess(id: string, width: number): number {
    const perLine = Math.max(8, (width - 28) / 6.6);
    const lines = plainText(this.#store.text(id)).split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0);
    return Math.max(ASSUMED_NOTE_HEIGHT - 20, 50 + lines * 19);
  }
}

/** The name stands inside, in the language on screen; "node" and "edge" are words of the library. */
const namedBy = (id: string) => ({ 'aria-labelledby': `cv-name-${id}`, 'aria-roledescription': undefined });

/** Known before a node is mounted, so that lines to notes off screen can be drawn. */
function handlesOf({ width, height }: Size): NonNullable<Node['handles']> {
  const at = (id: string, position: Position, x: number, y: number) => ({ id, type: 'source' as const, position, x, y, width: 1, height: 1 });
  return [
    at('top', Position.Top, width / 2, 0),
    at('right', Position.Right, width, height / 2),
    at('bottom', Position.Bottom, width / 2, height),
    at('left', Position.Left, 0, height / 2),
    at('whole', Position.Top, width / 2, height / 2),
  ];
}
