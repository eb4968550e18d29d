/** The words of the table of drivers, in both languages. */
import { texts } from '../../../ui/text.ts';

export const DRIVER_WORDS = texts('value.drivers', {
  en: {
    title: 'Where the value comes from', driver: 'Driver and evidence', baseline: 'Today', improvement: 'Better by', unitValue: 'Each worth', confidence: 'Sure', full: 'Full year', agreed: 'Agreed',
    notAgreed_one: '{{count}} not agreed by both', notAgreed_other: '{{count}} not agreed by both', unsourced_one: '{{count}} without source', unsourced_other: '{{count}} without source',
    none: 'No driver yet. A driver is one thing that gets better: how much of it there is today, by how much it improves, what each is worth.', noneLeft: 'Nothing left here.',
  },
  it: {
    title: 'Da dove viene il valore', driver: 'Leva e prova', baseline: 'Oggi', improvement: 'Meglio del', unitValue: 'Vale', confidence: 'Certezza', full: 'Anno pieno', agreed: 'Intesa',
    notAgreed_one: '{{count}} non concordata', notAgreed_other: '{{count}} non concordate', unsourced_one: '{{count}} senza fonte', unsourced_other: '{{count}} senza fonte',
    none: 'Ancora nessuna leva. Una leva è una cosa che migliora: quanta ce n’è oggi, di quanto migliora, quanto vale ognuna.', noneLeft: 'Qui non resta nulla.',
  },
});
