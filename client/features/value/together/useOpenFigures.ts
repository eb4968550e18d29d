/** What is still open about the figures of the scenario on the table, as sentences with a place to go. */
import { useMemo } from 'react';
import { agreementField, agreementOf } from '../../../../shared/value/agreement.ts';
import type { Evaluation } from '../../../../shared/value/evaluate.ts';
import { cellKey } from '../../../../shared/value/keys.ts';
import { missingIn } from '../../../../shared/value/missing.ts';
import { type Driver, type SideOfValue, SIDES_OF_VALUE } from '../../../../shared/value/model.ts';
import type { MemberView } from '../../../../shared/members.ts';
import type { ProjectView } from '../../../../shared/projects.ts';
import { useReadable } from '../../../collab/CollabContext.tsx';
import type { LiveRoom } from '../../../collab/types.ts';
import { type Say, texts, useText } from '../../../ui/text.ts';
import { ValuePeople } from '../people.ts';
import { type Figures, useFiguresIn } from '../useFigures.ts';
import { sidesOf, valueSide } from '../useSides.ts';
import { useModelOf, useOnTable } from './useOnTable.ts';

const TEXTS = texts('value.open', {
  en: {
    loss: '{{who}} would lose {{amount}}', lossJoint: 'Together you would lose {{amount}}', lossSub: 'With {{code}}. No split is shown while one side loses.',
    gainShare: 'The gain share', gainShareSub: 'Today {{now}}, fair for {{target}} would be {{fair}}', price: 'The price', priceSub: '{{seller}} has {{now}} today, the target is {{target}}',
    agree_one: 'One assumption is not agreed', agree_other: '{{count}} assumptions are not agreed', agreeSub: '{{code}}: {{who}} has yet to say yes', agreeMore: '{{code}} and others',
    missing_one: 'One figure is not known yet', missing_other: '{{count}} figures are not known yet', missingSub: 'With {{code}}. They count as nothing meanwhile.',
  },
  it: {
    loss: '{{who}} perderebbe {{amount}}', lossJoint: 'Insieme perdereste {{amount}}', lossSub: 'Con {{code}}. Finché una parte perde non si divide.',
    gainShare: 'La quota del guadagno', gainShareSub: 'Oggi {{now}}, giusta per il {{target}} sarebbe {{fair}}', price: 'Il prezzo', priceSub: 'Oggi {{seller}} ha il {{now}}, l’obiettivo è {{target}}',
    agree_one: 'Un’ipotesi non è concordata', agree_other: '{{count}} ipotesi non sono concordate', agreeSub: '{{code}}: manca il sì di {{who}}', agreeMore: '{{code}} e altre',
    missing_one: 'Una cifra ancora non si sa', missing_other: '{{count}} cifre ancora non si sanno', missingSub: 'Con {{code}}. Per ora valgono zero.',
  },
});

export interface OpenFigure {
  kind: 'loss' | 'share' | 'agreement' | 'missing';
  what: string;
  more: string;
  /** Within the project. */
  to: string;
}

export function useOpenFigures(project: ProjectView, room: LiveRoom, members: readonly MemberView[]): readonly OpenFigure[] {
  const say = useText(TEXTS);
  const figures = useFiguresIn(project.currency);
  const evaluation = useOnTable(room);
  const { model, cells } = useModelOf(room);
  const people = useMemo(() => new ValuePeople(room, members), [room, members]);
  useReadable(room.seats);
  if (!evaluation) return [];
  const sides = sidesOf(project);
  const open = (driver: Driver): SideOfValue[] => SIDES_OF_VALUE.filter(side => {
    const cell = cells.get(cellKey(driver.id, agreementField(side)));
    const author = cell && people.authorOf(cell.by);
    return agreementOf(driver, side, author && valueSide(author.side)) !== 'agreed';
  });
  const notAgreed = model.drivers.map(driver => ({ driver, open: open(driver) })).filter(each => each.open.length > 0);
  const to = `/value?scenario=${evaluation.scenario.id}`;
  return [
    ...price(evaluation, say, figures, sides).map(point => ({ ...point, to })),
    ...agreements(notAgreed, say, sides).map(point => ({ ...point, to })),
    ...missing(missingIn(model, evaluation.scenario).length, evaluation, say).map(point => ({ ...point, to })),
  ];
}

type Point = Omit<OpenFigure, 'to'>;
type Words = Say<(typeof TEXTS)['en']>;
type Sides = Record<SideOfValue, string>;

function price({ scenario, terms, results, guard }: Evaluation, say: Words, { share, money }: Figures, sides: Sides): Point[] {
  if (guard.kind === 'loss') {
    const [worst] = guard.losers;
    const what = worst ? say('loss', { who: sides[worst.side], amount: money(worst.amount) }) : say('lossJoint', { amount: money(-results.npv) });
    return [{ kind: 'loss', what, more: say('lossSub', { code: scenario.code }) }];
  }
  if (results.sellerShare === null || Math.abs(results.sellerShare - terms.targetSellerShare) * results.npv < 0.5) return [];
  const target = share(terms.targetSellerShare, 2);
  if (results.fair.kind !== 'fair') return [{ kind: 'share', what: say('price'), more: say('priceSub', { ...sides, now: share(results.sellerShare), target }) }];
  return [{ kind: 'share', what: say('gainShare'), more: say('gainShareSub', { now: share(terms.price.gainShare, 2), fair: share(results.fair.gainShare, 2), target }) }];
}

function agreements(notAgreed: readonly { driver: Driver; open: readonly SideOfValue[] }[], say: Words, sides: Sides): Point[] {
  const [first] = notAgreed;
  const [side] = first?.open ?? [];
  if (!first || !side) return [];
  const code = first.driver.code || first.driver.label;
  return [{ kind: 'agreement', what: say('agree', { count: notAgreed.length }), more: notAgreed.length === 1 ? say('agreeSub', { code, who: sides[side] }) : say('agreeMore', { code }) }];
}

const missing = (count: number, { scenario }: Evaluation, say: Words): Point[] =>
  (count === 0 ? [] : [{ kind: 'missing', what: say('missing', { count }), more: say('missingSub', { code: scenario.code }) }]);
