/** One sentence that says why the scenario with the best return is not the one with the most value. */
import { Scale } from 'lucide-react';
import type { Comparison } from '../../../../shared/value/compare.ts';
import { useText } from '../../../ui/text.ts';
import { useFigures } from '../useFigures.ts';
import styles from './compare.module.css';
import { WORDS } from './words.ts';

export function WhyNotFirst({ comparison }: { comparison: Comparison }) {
  const say = useText(WORDS);
  const { money, share } = useFigures();
  const why = comparison.roiIsNotValue;
  if (!why) return null;
  const code = (id: string): string => {
    const found = comparison.scenarios.find(({ scenario }) => scenario.id === id)?.scenario;
    return found?.code || found?.name || '?';
  };
  // When the first by value does not even put in more, there is only the difference to tell.
  const sentence = say(why.putsInMore > 0 ? 'why' : 'whyLess', {
    roiCode: code(why.byRoi), npvCode: code(why.byNpv), roiReturn: share(why.roi.ofByRoi), npvReturn: share(why.roi.ofByNpv),
    roiValue: money(why.npv.ofByRoi), npvValue: money(why.npv.ofByNpv), putsMore: money(Math.abs(why.putsInMore)), getsMore: money(why.getsMore),
  });
  return (
    <aside className={styles.why} aria-label={say('whyTitle')}>
      <Scale size={20} strokeWidth={1.75} aria-hidden className={styles.whyIcon} />
      <p className={styles.whyWords}>{sentence}</p>
    </aside>
  );
}
