import type { PassphraseEstimate, Strength, Weakness } from '../../lib/passphrases';
import css from './StrengthMeter.module.css';
import { t } from './words';

const words: Record<Strength, () => string> = {
  0: () => t('strength.weak'),
  1: () => t('strength.weak'),
  2: () => t('strength.fair'),
  3: () => t('strength.good'),
  4: () => t('strength.strong'),
};

const advice: Record<Weakness, () => string> = {
  common: () => t('strength.advice.common'),
  similar: () => t('strength.advice.similar'),
  keys: () => t('strength.advice.keys'),
  repeated: () => t('strength.advice.repeated'),
  sequence: () => t('strength.advice.sequence'),
  date: () => t('strength.advice.date'),
  short: () => t('strength.advice.short'),
};

interface StrengthMeterProps {
  /** The estimate, or null while nothing is typed. */
  readonly estimate: PassphraseEstimate | null;
}

/** The strength of a new passphrase or password: four bars, a word, and advice on how to make it stronger. */
export function StrengthMeter({ estimate }: StrengthMeterProps) {
  const weakness = estimate?.weakness ?? null;
  // Even the weakest text shows one bar.
  const filled = estimate ? Math.max(1, estimate.strength) : 0;
  return (
    <div class={css['meter']} data-strength={filled} aria-live="polite">
      <div class={css['bars']} aria-hidden="true">
        {[1, 2, 3, 4].map((bar) => (
          <span key={bar} data-on={bar <= filled || undefined} />
        ))}
      </div>
      <span>{estimate ? words[estimate.strength]() : t('strength.none')}</span>
      {weakness && <span class={css['advice']}>{advice[weakness]()}</span>}
    </div>
  );
}
