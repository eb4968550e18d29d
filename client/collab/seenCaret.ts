/**
 * The caret that is seen is the caret that counts.
 *
 * A browser moves the caret at once and tells of it later, in an event of its own. On a busy machine a key, or the words
 * of somebody else, come in between: the key would act where the caret was before, and the words would put it back there.
 * So the editor is asked to look at the caret again just before either. Knows no presence and no project.
 */
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type * as Y from 'yjs';

/** What ProseMirror keeps to itself: it looks at the page by this, whenever the browser tells it to. */
interface Looking {
  domObserver: { flush(): void; pendingRecords(): readonly unknown[] };
}

export const SeenCaret = Extension.create<{ doc: Y.Doc | null }>({
  name: 'seenCaret',
  // Above the binding (1000): it notes where the caret is at the same moment, and must come second.
  priority: 1_100,
  addOptions: () => ({ doc: null }),
  addProseMirrorPlugins() {
    const { doc } = this.options;
    return [new Plugin({
      props: { handleDOMEvents: { keydown: lookBeforeKey } },
      view: view => ({ destroy: doc ? lookBeforeOthers(view, doc) : () => undefined }),
    })];
  },
});

function lookBeforeKey(view: EditorView): boolean {
  if (mayLook(view)) observerOf(view).flush();
  return false;
}

/** Only before what comes from elsewhere: one's own edits come from the editor, which is in the middle of one. */
function lookBeforeOthers(view: EditorView, doc: Y.Doc): () => void {
  const begins = (): void => {
    if (doc._transaction?.local === false && mayLook(view) && !isBeingTypedIn(view)) observerOf(view).flush();
  };
  doc.on('beforeAllTransactions', begins);
  return () => { doc.off('beforeAllTransactions', begins); };
}

const observerOf = (view: EditorView): Looking['domObserver'] => (view as unknown as Looking).domObserver;
/** The window of an input method is the editor's own business. */
const mayLook = (view: EditorView): boolean => !view.isDestroyed && view.hasFocus() && !view.composing;
/** Words that the editor has not read yet must not become part of somebody else's change. */
const isBeingTypedIn = (view: EditorView): boolean => observerOf(view).pendingRecords().length > 0;
