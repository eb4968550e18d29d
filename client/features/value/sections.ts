/** The sections of the value page by address, each a chunk of its own. Only what exists stands here. */
import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

export interface Section {
  id: 'model';
  /** Below `/projects/:projectId/value`. */
  path: string;
  Page: LazyExoticComponent<ComponentType>;
}

export const SECTIONS: readonly Section[] = [
  { id: 'model', path: '', Page: lazy(async () => ({ default: (await import('./model/ModelSection.tsx')).ModelSection })) },
];
