/** What can be taken along or left out, and how it can be paid. */
import { useSnapshot } from '../ValueContext.tsx';
import { FinancingCard } from './FinancingCard.tsx';
import { OptionsCard } from './OptionsCard.tsx';
import styles from './options.module.css';

export function OptionsSection() {
  const { model } = useSnapshot();
  return (
    <div className={styles.page}>
      <OptionsCard model={model} />
      <FinancingCard offers={model.financing} />
    </div>
  );
}
