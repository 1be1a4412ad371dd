import { wordsAround, wordsOf } from './wordsOf';

/** Names of fields for codes, in the languages of the interface and some more. */
const strong =
  /\b(t?otp|2fa|tfa|mfa|two ?factor|two ?step|2 ?step|one ?time|authenticat(or|ion) ?(app )?code|verification|verify code|security code|login code|sign ?in code|passcode|sms ?code|auth ?code|6 ?digit|six ?digit|google ?auth\w*|einmal(code|passwort|kennwort)|best[äa]tigungscode|sicherheitscode|authentifizierung\w*|code de v[ée]rification|code de s[ée]curit[ée]|c[óo]digo de (verificaci[óo]n|seguridad|verifica[çc][ãa]o|seguran[çc]a)|codice di verifica)\b|验证码|驗證碼|認証コード|確認コード|ワンタイム|رمز التحقق|인증/u;

const weak = /\b(code|token|pin|challenge|factor|c[óo]digo|codice|kod|код)\b|コード|رمز/u;

/** Names of fields for backup codes, whatever sites call these. */
const backup =
  /\b((backup|recovery|rescue|scratch|emergency|single use) ?(code|key|token)s?|(wiederherstellungs|notfall|backup) ?(code|schl[üu]ssel)|(code|cl[ée]) de (secours|r[ée]cup[ée]ration)|c[óo]digo de (respaldo|recuperaci[óo]n|recupera[çc][ãa]o|backup|reserva))\b|バックアップ ?コード|リカバリー? ?コード|回復コード|备用(验证)?码|恢复(代)?码|رمز (احتياطي|الاسترداد)|الرمز الاحتياطي/u;

/** What is to be filled in: the code of the moment, or a single-use code of the site. */
export type CodeKind = 'code' | 'backup';

/** Names of fields that look alike and must never get a code. */
const decoy =
  /\b(cvv2?|cvc2?|csc|card|credit|karte(nnummer)?|zip|postal|post ?code|plz|postleitzahl|coupon|promo|gift|voucher|discount|rabatt|gutschein|referral|invite|invitation|phone|mobile number|telephone|tel|telefon|dial|country|area ?code|birth\w*|year|month|day|date|expiry|exp|captcha|user ?name|user|login|e ?mail|search|query|amount|quantity|iban|bic|swift|sort ?code|account ?number|routing|ssn|tax|vat|order|tracking|serial|license|product|room|class|airport|language|currency|address|street|city|name|firma|company)\b/u;

const wrongAutocomplete =
  /\b(cc-\S+|postal-code|username|email|tel\S*|current-password|new-password|name|given-name|family-name|street-address|address\S*|country\S*|bday\S*|organization)\b/;

/** A field scores at least so much before it is given a code. */
export const enough = 30;

/** How likely it is that a page wants a code of this kind in this field. */
export function scoreField(input: HTMLInputElement, code: string, kind: CodeKind): number {
  const autocomplete = (input.getAttribute('autocomplete') ?? '').toLowerCase();
  if (wrongAutocomplete.test(autocomplete)) return -100;
  const words = wordsOf(input);
  const forBackup = backup.test(words);
  const strongly = strong.test(words);
  // Where a page has a field for each, the code of the moment doesn't go into that of the other.
  if (forBackup && !strongly && kind === 'code') return -100;
  const named = strongly || forBackup;
  const oneTime = autocomplete.includes('one-time-code');
  if (decoy.test(words) && !named && !oneTime) return -100;
  if (/\b(cvv2?|cvc2?|csc|captcha|card|postal|zip)\b/.test(words)) return -100;
  if (input.maxLength > 0 && input.maxLength < code.length) return -100;
  if (input.type === 'number' && !/^\d+$/.test(code)) return -100;
  if (
    input.type === 'password' &&
    /\b(pass ?word|passwort|kennwort|mot de passe|contraseña)\b/.test(words) &&
    !named
  )
    return -100;
  const around = wordsAround(input);
  const context = strong.test(around) || backup.test(around) ? 25 : weak.test(around) ? 10 : 0;
  const numeric =
    input.inputMode === 'numeric' ||
    input.type === 'tel' ||
    input.type === 'number' ||
    /\\d|0-9/.test(input.pattern);
  return (
    (oneTime ? 100 : 0) +
    (named ? 60 : weak.test(words) ? 25 : 0) +
    (kind === 'backup' && forBackup ? 120 : 0) +
    context +
    (numeric ? 10 : 0) +
    (input.maxLength === code.length ? 15 : 0) +
    (input.ownerDocument.activeElement === input ? 5 : 0)
  );
}
