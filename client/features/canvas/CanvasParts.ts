/** Everything one open canvas is made of, put together for a room. Plain objects; React only reads them. */
import type { AreaKind, Ink } from '../../../shared/documents/canvas.ts';
import type { MemberId } from '../../../shared/ids.ts';
import type { LiveRoom } from '../../collab/types.ts';
import { BoardNodes } from './BoardNodes.ts';
import { Value } from '../../collab/value.ts';
import { Desk } from './Desk.ts';
import { People } from './people.ts';
import { Steps } from './steps.ts';
import { CanvasStore } from './store.ts';

export type Tool = 'select' | 'hand' | 'connect' | 'pen';

/** A question the page has put: to which area, or to what else? */
export type Asking = { kind: 'moveToArea'; ids: readonly string[] } | { kind: 'connectTo'; from: string } | { kind: 'noteIn' };

/** What passes on this page alone. */
export interface Passing {
  tool: Value<Tool>;
  /** The note or line being written in. */
  editing: Value<string | null>;
  /** The note whose panel is open. */
  panel: Value<string | null>;
  asking: Value<Asking | null>;
  pen: Value<{ colour: Ink['colour']; thickness: number }>;
  /** Areas shown in the list; all when null. */
  only: Value<AreaKind | null>;
}

export interface CanvasParts {
  room: LiveRoom;
  store: CanvasStore;
  desk: Desk;
  nodes: BoardNodes;
  people: People;
  passing: Passing;
  /** True while the document is followed; nothing is drawn before. */
  started: Value<boolean>;
  start(): () => void;
}

export function canvasParts(room: LiveRoom, me: MemberId): CanvasParts {
  const store = new CanvasStore(room.doc);
  const steps = new Steps(room.doc);
  const desk: Desk = new Desk({ store, steps, mayWrite: room.mayWrite, heightOf: id => nodes.heightOf(id) });
  const nodes = new BoardNodes(store, desk);
  const people = new People(room, me);
  const passing = freshPassing();
  const started = new Value(false);
  const start = (): (() => void) => {
    const stops = [store.start(), steps.start(), desk.start(), nodes.start(), people.start(), leaveWhatIsGone(store, passing)];
    started.set(true);
    return () => {
      started.set(false);
      stops.reverse().forEach(stop => stop());
    };
  };
  return { room, store, desk, nodes, people, passing, started, start };
}

function freshPassing(): Passing {
  return {
    tool: new Value<Tool>('select'),
    editing: new Value<string | null>(null),
    panel: new Value<string | null>(null),
    asking: new Value<Asking | null>(null),
    pen: new Value<{ colour: Ink['colour']; thickness: number }>({ colour: 'green', thickness: 4 }),
    only: new Value<AreaKind | null>(null),
  };
}

/** Somebody else may delete the note that is being written in or talked about. */
function leaveWhatIsGone(store: CanvasStore, { editing, panel }: Passing): () => void {
  return store.onBatch(() => {
    for (const cell of [editing, panel]) {
      const id = cell.get();
      if (id && !store.element(id)) cell.set(null);
    }
  });
}
