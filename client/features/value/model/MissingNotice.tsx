/** What nobody knows yet, and that the result leaves it out. */
import type { Missing } from '../../../../shared/value/missing.ts';
import { missingIn } from '../../../../shared/value/missing.ts';
import type { Model, Scenario } from '../../../../shared/value/model.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { texts, useText } from '../../../ui/text.ts';
import { useFormat } from '../../../ui/useFormat.ts';
import { FIELD_WORDS } from '../fields/words.ts';
import { useSides } from '../useSides.ts';
import { useSnapshot } from '../ValueContext.tsx';

const TEXTS = texts('value.missing', {
  en: { title: 'Not known yet', body: '{{list}}. The result counts them as nothing.', ofDriver: '{{field}} of {{row}}', ofSide: '{{field}} ({{who}})', more_one: '{{count}} more', more_other: '{{count}} more' },
  it: { title: 'Ancora non si sa', body: '{{list}}. Nel risultato per ora valgono zero.', ofDriver: '{{field}} di {{row}}', ofSide: '{{field}} ({{who}})', more_one: 'un’altra voce', more_other: 'altre {{count}} voci' },
});
const MOST = 4;

export function MissingNotice({ scenario }: { scenario: Scenario }) {
  const say = useText(TEXTS);
  const { list } = useFormat();
  const { model } = useSnapshot();
  const nameOf = useNames(model);
  const missing = missingIn(model, scenario);
  if (missing.length === 0) return null;
  const shown = missing.slice(0, missing.length > MOST ? MOST - 1 : MOST).map(nameOf);
  const more = missing.length - shown.length;
  return <Notice tone="attention" title={say('title')}>{say('body', { list: list(more > 0 ? [...shown, say('more', { count: more })] : shown) })}</Notice>;
}

function useNames({ drivers }: Model): (missing: Missing) => string {
  const say = useText(TEXTS);
  const field = useText(FIELD_WORDS);
  const sides = useSides();
  return ({ row, field: name }) => {
    const driver = drivers.find(({ id }) => id === row);
    if (driver) return say('ofDriver', { field: field(name), row: driver.code || driver.label });
    if (name.startsWith('client')) return say('ofSide', { field: field(name), who: sides.client });
    return name.startsWith('seller') ? say('ofSide', { field: field(name), who: sides.seller }) : field(name);
  };
}
