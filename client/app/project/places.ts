/** The places of a project, in the order of rail and bottom bar. Only what exists stands here. */
import { FileText, House, LayoutDashboard, Scale, Stamp, Users, type LucideIcon } from 'lucide-react';
import { texts } from '../../ui/text.ts';

export type PlaceId = 'home' | 'canvas' | 'value' | 'proposal' | 'approval' | 'people';

export interface Place {
  id: PlaceId;
  /** Below `/projects/:projectId`. */
  path: string;
  icon: LucideIcon;
  /** Needs every pixel: the rail folds. */
  wide: boolean;
}

export const PLACES: readonly Place[] = [
  { id: 'home', path: '', icon: House, wide: false },
  { id: 'canvas', path: 'canvas', icon: LayoutDashboard, wide: true },
  { id: 'value', path: 'value', icon: Scale, wide: false },
  { id: 'proposal', path: 'proposal', icon: FileText, wide: true },
  { id: 'approval', path: 'approval', icon: Stamp, wide: false },
];

export const PEOPLE: Place = { id: 'people', path: 'people', icon: Users, wide: false };

/** `short-…`: the word under an icon of the folded rail, 64 px wide. */
export const PLACE_WORDS = texts('app.places', {
  en: {
    home: 'Home', canvas: 'Canvas', value: 'Value', proposal: 'Proposal', approval: 'Approval', people: 'People', more: 'More', waits: '{{place}}, waits for you', nav: 'Places of this project', projects: 'All projects',
    'short-home': 'Home', 'short-canvas': 'Canvas', 'short-value': 'Value', 'short-proposal': 'Proposal', 'short-approval': 'Approval', 'short-people': 'People',
  },
  it: {
    home: 'Inizio', canvas: 'Tavola', value: 'Valore', proposal: 'Proposta', approval: 'Approvazione', people: 'Persone', more: 'Altro', waits: '{{place}}, aspetta te', nav: 'Luoghi di questo progetto', projects: 'Tutti i progetti',
    'short-home': 'Inizio', 'short-canvas': 'Tavola', 'short-value': 'Valore', 'short-proposal': 'Proposta', 'short-approval': 'Approva', 'short-people': 'Persone',
  },
});

/** The place that an address within the project belongs to. */
export function placeOf(path: string): Place {
  const first = path.split('/').find(Boolean) ?? '';
  return [...PLACES, PEOPLE].find(place => place.path === first) ?? { id: 'home', path: '', icon: House, wide: false };
}
