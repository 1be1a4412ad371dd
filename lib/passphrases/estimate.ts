import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs } from '@zxcvbn-ts/language-common';
import { commonPasswords } from './commonPasswords';
import { isCommonPassword } from './isCommonPassword';
import type { PassphraseEstimate, Weakness } from './PassphraseEstimate';

const { qwerty, qwertz, azerty, keypad } = adjacencyGraphs;

const estimator = new ZxcvbnFactory({
  dictionary: { passwords: ['tessera', ...commonPasswords()] },
  graphs: { qwerty, qwertz, azerty, keypad },
  // Maximum length that is analyzed, because the time grows with the square of the length. A longer passphrase is
  // strong anyway.
  maxLength: 100,
});

/** Weaknesses by the warning keys of @zxcvbn-ts/core. */
const weaknesses: Readonly<Record<string, Weakness>> = {
  topTen: 'common',
  topHundred: 'common',
  common: 'common',
  similarToCommon: 'similar',
  straightRow: 'keys',
  keyPattern: 'keys',
  simpleRepeat: 'repeated',
  extendedRepeat: 'repeated',
  sequences: 'sequence',
  recentYears: 'date',
  dates: 'date',
};

/** Estimates how long a passphrase resists an attacker who tries likely guesses first. */
export function estimate(passphrase: string): PassphraseEstimate {
  const { score, feedback } = estimator.check(passphrase.normalize('NFKC'));
  // Replaces the text that the estimator remembers, because the passphrase must not stay in memory.
  estimator.check('');
  const weakness = weaknesses[feedback.warning ?? ''];
  if (isCommonPassword(passphrase)) return { strength: 0, weakness: weakness ?? 'common' };
  return { strength: score, weakness: score > 2 ? null : (weakness ?? 'short') };
}
