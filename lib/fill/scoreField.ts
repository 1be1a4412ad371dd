import { describeField } from './describeField';
import { type Field, isEnabled } from './inputsOf';
import {
  saysBackup,
  saysCaptcha,
  saysCode,
  saysDecoy,
  saysName,
  saysNever,
  saysPassword,
  saysWeakly,
} from './matchWords';

/** The code to fill: the current one-time code, or a backup code of the site. */
export type CodeKind = 'code' | 'backup';

/**
 * `hard`: a password, card, address or captcha field, which never gets a code. `soft`: a field for something
 * else, which gets a code only if the user picks it. `unfit`: the field doesn't accept the code's length or
 * characters now.
 */
export type Veto = 'hard' | 'soft' | 'unfit';

export interface FieldScore {
  /**
   * The score is higher if the page more likely expects this kind of code in the field. With a veto, the score is
   * -100.
   */
  readonly score: number;
  readonly veto: Veto | null;
}

const hardAutocomplete =
  /\b(cc-\S+|postal-code|current-password|new-password|street-address|address\S*|country\S*)\b/;
const softAutocomplete =
  /\b(username|email|tel\S*|name|given-name|family-name|bday\S*|organization)\b/;

/** The minimum score of a field that is filled. */
export const enough = 30;

/**
 * Matches a code word with the explanation after it. In "code from your phone", "phone" doesn't name the field.
 */
const aboutCode =
  /\b((?:pass)?code|token|pin) (?:from|of|on|in|by|sent|to|for|we|you|that|which|shown|generated|displayed|provided|aus|von|per|an)\b.*/u;

const vetoed = (veto: Veto): FieldScore => ({ score: -100, veto });

const isOnlyWeak = (spoken: string): boolean =>
  spoken.split('|').some((part) => saysWeakly(part) && !part.trim().includes(' '));

/** Scores how likely a page expects this kind of code in a field. */
export function scoreField(input: Field, code: string, kind: CodeKind): FieldScore {
  const autocomplete = (input.getAttribute('autocomplete') ?? '').toLowerCase();
  const { technical, spoken, before, around, holders } = describeField(input);
  const own = `${technical} | ${spoken}`;
  const strongly = saysCode(own);
  const forBackup = saysBackup(own);
  const named = strongly || forBackup;
  const oneTime = autocomplete.includes('one-time-code');
  const weakly = saysWeakly(own);

  if (hardAutocomplete.test(autocomplete) || saysNever(own) || saysCaptcha(own))
    return vetoed('hard');
  if (!named && !oneTime && (saysCaptcha(holders) || saysCaptcha(before))) return vetoed('hard');
  if (input.type === 'password' && !oneTime && !named && (!weakly || saysPassword(spoken)))
    return vetoed('hard');
  if (!isEnabled(input)) return vetoed('unfit');
  if (input.maxLength > 0 && input.maxLength < code.length) return vetoed('unfit');
  if (input.type === 'number' && !/^\d+$/.test(code)) return vetoed('unfit');
  if (softAutocomplete.test(autocomplete)) return vetoed('soft');
  const names = `${technical} | ${spoken.replace(aboutCode, '$1')}`;
  if (!oneTime && (saysName(names) || (saysDecoy(names) && !named))) return vetoed('soft');
  // If a page has fields for both kinds of codes, a one-time code must not go into the field for backup codes.
  if (forBackup && !strongly && kind === 'code') return vetoed('soft');

  const asked = saysCode(before) || saysBackup(before);
  const inSight = saysCode(around) || saysBackup(around);
  const context = asked ? 40 : inSight ? 25 : saysWeakly(around) ? 10 : 0;
  const numeric =
    input.inputMode === 'numeric' ||
    input.type === 'tel' ||
    input.type === 'number' ||
    /\\d|0-9/.test(input.getAttribute('pattern') ?? '');
  const score =
    (oneTime ? 100 : 0) +
    (named ? 60 : isOnlyWeak(own) ? 35 : weakly ? 25 : 0) +
    (kind === 'backup' && forBackup ? 120 : 0) +
    context +
    (numeric ? 10 : 0) +
    (input.maxLength === code.length ? 15 : 0);
  return { score, veto: null };
}
