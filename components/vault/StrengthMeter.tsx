import { t } from '../ui';
import { passphraseStrength, type Strength } from './passphraseStrength';
import css from './StrengthMeter.module.css';

const words: Record<Strength, () => string> = {
  0: () => t('gate.strength.none'),
  1: () => t('gate.strength.weak'),
  2: () => t('gate.strength.fair'),
  3: () => t('gate.strength.good'),
  4: () => t('gate.strength.strong'),
};

/** The strength of the typed passphrase, as four bars and as text. */
export function StrengthMeter({ passphrase }: { readonly passphrase: string }) {
  const strength = passphraseStrength(passphrase);
  return (
    <div class={css['meter']} data-strength={strength}>
      <div class={css['bars']} aria-hidden="true">
        {[1, 2, 3, 4].map((bar) => (
          <span key={bar} data-on={bar <= strength || undefined} />
        ))}
      </div>
      <span aria-live="polite">{words[strength]()}</span>
    </div>
  );
}
