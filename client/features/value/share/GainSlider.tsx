/** The gain share as a slider with a tick at the fair one: shown while it moves, written when it is let go. */
import { type CSSProperties, useId } from 'react';
import type { Price } from '../../../../shared/value/terms.ts';
import { texts, useText } from '../../../ui/text.ts';
import { useFigures } from '../useFigures.ts';
import styles from './share.module.css';

const TEXTS = texts('value.gainShare', {
  en: { label: 'Gain share above {{threshold}}', read: '{{share}} of each year’s gain' },
  it: { label: 'Quota oltre {{threshold}}', read: '{{share}} del guadagno di ogni anno' },
});

interface Props {
  price: Price;
  fair: number | undefined;
  tried: number | undefined;
  onTry: (share: number) => void;
  onLetGo: (share: number) => void;
  disabled: boolean;
}

/** A tenth of a percent. */
const STEP = 0.001;

export function GainSlider({ price, fair = 0, tried, onTry, onLetGo, disabled }: Props) {
  const say = useText(TEXTS);
  const { money, share } = useFigures();
  const id = useId();
  const most = reachOf(Math.max(price.gainShare, fair));
  const value = tried ?? price.gainShare;
  const letGo = (): void => {
    if (tried !== undefined) onLetGo(tried);
  };
  return (
    <div className={styles.slider}>
      <label htmlFor={id} className={styles.sliderLabel}><span>{say('label', { threshold: money(price.threshold) })}</span><strong>{share(value, 2)}</strong></label>
      <div className={styles.track} style={filledTo(value / most)}>
        {fair > 0 && <span className={styles.fairTick} style={{ insetInlineStart: `${(fair / most) * 100}%` }} aria-hidden />}
        <input
          id={id} type="range" min={0} max={most} step={STEP} value={value} disabled={disabled} aria-valuetext={say('read', { share: share(value, 2) })}
          onChange={event => { onTry(Number(event.currentTarget.value)); }} onPointerUp={letGo} onKeyUp={letGo} onBlur={letGo}
        />
      </div>
    </div>
  );
}

/** 40 % shows what is usual; more where the figures need it, in steps of ten. */
const reachOf = (needed: number): number => Math.min(1, Math.max(0.4, Math.ceil(needed * 12) / 10));

const filledTo = (part: number): CSSProperties & { '--at': string } => ({ '--at': `${part * 100}%` });
