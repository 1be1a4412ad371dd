import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs } from '@zxcvbn-ts/language-common';
import { commonPasswords } from './commonPasswords';
import { isCommonPassword } from './isCommonPassword';
import type { PassphraseEstimate, Weakness } from './PassphraseEstimate';

const { qwerty, qwertz, azerty, keypad } = adjacencyGraphs;

const estimator = new ZxcvbnFactory({
  dictionary: { passwords: ['tessera', ...commonPasswords()] },
  graphs: { qwerty, qwertz, azerty, keypad },
  // A longer one is strong anyway, and the time grows with the square of the length.
  maxLength: 100,
});

/** The warnings of @zxcvbn-ts/core, as its untranslated keys. */
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

/** Estimates how long a passphrase resists guessing, by what attackers try first. */
export function estimate(passphrase: string): PassphraseEstimate {
  const { score, feedback } = estimator.check(passphrase.normalize('NFKC'));
  // The estimator keeps its last text, which must not stay in memory.
  estimator.check('');
  const weakness = weaknesses[feedback.warning ?? ''];
  if (isCommonPassword(passphrase)) return { strength: 0, weakness: weakness ?? 'common' };
  return { strength: score, weakness: score > 2 ? null : (weakness ?? 'short') };
}
