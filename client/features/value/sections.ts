/** The sections of the value page by address, each a chunk of its own. Only what exists stands here. */
import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

export interface Section {
  id: 'model' | 'compare' | 'risk' | 'options' | 'promise' | 'doubts';
  /** Below `/projects/:projectId/value`. */
  path: string;
  Page: LazyExoticComponent<ComponentType>;
}

export const SECTIONS: readonly Section[] = [
  { id: 'model', path: '', Page: lazy(async () => ({ default: (await import('./model/ModelSection.tsx')).ModelSection })) },
  { id: 'compare', path: 'compare', Page: lazy(async () => ({ default: (await import('./compare/CompareSection.tsx')).CompareSection })) },
  { id: 'risk', path: 'risk', Page: lazy(async () => ({ default: (await import('./risk/RiskSection.tsx')).RiskSection })) },
  { id: 'options', path: 'options', Page: lazy(async () => ({ default: (await import('./options/OptionsSection.tsx')).OptionsSection })) },
  { id: 'promise', path: 'promise', Page: lazy(async () => ({ default: (await import('./promise/PromiseSection.tsx')).PromiseSection })) },
  { id: 'doubts', path: 'doubts', Page: lazy(async () => ({ default: (await import('./DoubtsSection.tsx')).DoubtsSection })) },
];
