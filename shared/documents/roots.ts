/** The named roots of a room's document. One document holds them all, so that one journal seq names a state of all. */
import * as Y from 'yjs';

/** Raised whenever an older page could harm what a newer one wrote; such a page is closed with 4426 before it syncs. */
export const SCHEMA_VERSION = 3;

/** A room's document: garbage collected, so that deleted words leave what newcomers receive (Sync 12). */
export function newRoomDoc(clientId?: number): Y.Doc {
  const doc = new Y.Doc({ gc: true });
  if (clientId !== undefined) doc.clientID = clientId;
  return doc;
}

/** Element id → its fields. */
export const canvasRoot = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('canvas');
/** Cell key and author → what was written there; see `valueCells.ts`. */
export const valueRoot = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('value');
export const proposalRoot = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('proposal');
export const metaRoot = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('meta');
