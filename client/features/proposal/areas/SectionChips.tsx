/** Draws the chips of linked sections into the places that the editor keeps for them. */
import { useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { AreaChips } from '../../../ui/AreaChips.tsx';
import type { SectionLinks } from './SectionLinks.ts';

export function SectionChips({ links }: { links: SectionLinks }) {
  const places = useSyncExternalStore(links.subscribe, links.get);
  return <>{places.map(({ key, element, areas }) => createPortal(<AreaChips areas={areas} />, element, key))}</>;
}
