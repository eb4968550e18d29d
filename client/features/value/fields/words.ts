/** How the cells of the model are called on screen, and what is said of those that hold no number. */
import { parseKey } from '../../../../shared/value/keys.ts';
import { texts, useText } from '../../../ui/text.ts';

export const FIELD_WORDS = texts('value.fieldNames', {
  en: {
    label: 'Driver', unit: 'Unit', baseline: 'Today', baselineLow: 'Today, at least', baselineHigh: 'Today, at most', unitValue: 'Each worth', unitValueLow: 'Each worth, at least', unitValueHigh: 'Each worth, at most',
    confidence: 'Sure', improvement: 'Better by', improvementLow: 'Better by, at least', improvementHigh: 'Better by, at most', ramp: 'Start-up, year {{year}}', actual: 'Really brought, year {{year}}',
    clientOneOff: 'Own costs, once', clientYearly: 'Own costs, a year', sellerOneOff: 'Own costs, once', sellerYearly: 'Own costs, a year', upfront: 'Paid once', yearly: 'Paid a year', gainShare: 'Share of the gain', threshold: 'Gain above',
    years: 'Years', discountRate: 'Discount rate', targetSellerShare: 'Target of the seller', other: 'This cell',
  },
  it: {
    label: 'Leva', unit: 'Unità', baseline: 'Oggi', baselineLow: 'Oggi, almeno', baselineHigh: 'Oggi, al massimo', unitValue: 'Vale', unitValueLow: 'Vale, almeno', unitValueHigh: 'Vale, al massimo',
    confidence: 'Certezza', improvement: 'Meglio del', improvementLow: 'Meglio del, almeno', improvementHigh: 'Meglio del, al massimo', ramp: 'Avvio, anno {{year}}', actual: 'Portato davvero, anno {{year}}',
    clientOneOff: 'Costi propri, una volta', clientYearly: 'Costi propri, l’anno', sellerOneOff: 'Costi propri, una volta', sellerYearly: 'Costi propri, l’anno', upfront: 'Pagato una volta', yearly: 'Pagato l’anno', gainShare: 'Quota del guadagno', threshold: 'Guadagno oltre',
    years: 'Anni', discountRate: 'Tasso di sconto', targetSellerShare: 'Obiettivo del venditore', other: 'Questa cella',
  },
});

/** `nameOf('drv_…/baseline')` → "Today". */
export function useFieldName(): (key: string) => string {
  const say = useText(FIELD_WORDS);
  return key => {
    const { name, to } = parseKey(key);
    return isNamed(name) ? say(name, { year: to.at(-1) ?? '' }) : say('other');
  };
}

type FieldName = keyof typeof FIELD_WORDS.en;
const isNamed = (name: string): name is FieldName => Object.hasOwn(FIELD_WORDS.en, name);

export const PROBLEM_WORDS = texts('value.problems', {
  en: {
    text: '“{{text}}” is not a number.', foreign: '“{{text}}” is written another language’s way.', infinite: 'Nobody can calculate with “{{text}}”.', huge: '“{{text}}” is more than {{most}}, the most this cell takes.',
    negative: 'Less than zero makes no sense here.', tooSmall: '“{{text}}” is less than {{least}}, the least this cell takes.', notWhole: 'This takes a whole number.',
    meanwhile: 'It counts as nothing until then.', take: 'Take {{value}}', both: 'Two people changed this at the same moment.', wrote: '{{name}} wrote {{value}}', keep: 'Keep {{value}}', nothing: 'nothing', somebody: 'Somebody',
  },
  it: {
    text: '«{{text}}» non è un numero.', foreign: '«{{text}}» è scritto alla maniera di un’altra lingua.', infinite: 'Con «{{text}}» non si può calcolare.', huge: '«{{text}}» supera {{most}}, il massimo di questa cella.',
    negative: 'Qui meno di zero non ha senso.', tooSmall: '«{{text}}» è meno di {{least}}, il minimo di questa cella.', notWhole: 'Qui va un numero intero.',
    meanwhile: 'Finché resta così non conta.', take: 'Prendi {{value}}', both: 'Due persone l’hanno cambiato nello stesso momento.', wrote: '{{name}} ha scritto {{value}}', keep: 'Tieni {{value}}', nothing: 'nulla', somebody: 'Qualcuno',
  },
});
