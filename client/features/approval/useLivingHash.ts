/** The fingerprint of what a project would freeze to just now, computed from this page's own copy of the document. */
import { useEffect, useState } from 'react';
import type * as Y from 'yjs';
import { readVersionContent } from '../../../shared/documents/version.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import { hashOf } from '../../../shared/verify/canonical.ts';

/** Reading and hashing a whole document between two keystrokes would be felt. */
const QUIET_MS = 600;

/** Undefined while it is not asked for, and until it is first known. */
export function useLivingHash(doc: Y.Doc, project: ProjectView, asked: boolean): string | undefined {
  const [hash, setHash] = useState<string>();
  const { id, title, sellerName, clientName, currency } = project;
  useEffect(() => {
    if (!asked) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const compute = (): void => setHash(hashOf(readVersionContent(doc, { id, title, sellerName, clientName, currency })).hash);
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(compute, QUIET_MS);
    };
    timer = setTimeout(compute, 0);
    doc.on('update', later);
    return () => {
      clearTimeout(timer);
      doc.off('update', later);
    };
  }, [doc, asked, id, title, sellerName, clientName, currency]);
  return hash;
}
