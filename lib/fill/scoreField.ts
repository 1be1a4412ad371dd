import { wordsAround, wordsOf } from './wordsOf';

/** Names of fields for codes, in the languages of the interface and some more. */
const strong =
  /\b(t?otp|2fa|tfa|mfa|two ?factor|two ?step|2 ?step|one ?time|authenticat(or|ion) ?(app )?code|verification|verify code|security code|login code|sign ?in code|passcode|sms ?code|auth ?code|6 ?digit|six ?digit|google ?auth\w*|einmal(code|passwort|kennwort)|best[äa]tigungscode|sicherheitscode|authentifizierung\w*|code de v[ée]rification|code de s[ée]curit[ée]|c[óo]digo de (verificaci[óo]n|seguridad|verifica[çc][ãa]o|seguran[çc]a)|codice di verifica)\b|验证码|驗證碼|認証コード|確認コード|ワンタイム|رمز التحقق|인증/u;

const weak = /\b(code|token|pin|challenge|factor|c[óo]digo|codice|kod|код)\b|コード|رمز/u;

/** Names of fields that look alike and must never get a code. */
const decoy =
  /\b(cvv2?|cvc2?|csc|card|credit|karte(nnummer)?|zip|postal|post ?code|plz|postleitzahl|coupon|promo|gift|voucher|discount|rabatt|gutschein|referral|invite|invitation|phone|mobile number|telephone|tel|telefon|dial|country|area ?code|birth\w*|year|month|day|date|expiry|exp|captcha|user ?name|user|login|e ?mail|search|query|amount|quantity|iban|bic|swift|sort ?code|account ?number|routing|ssn|tax|vat|order|tracking|serial|license|product|room|class|airport|language|currency|address|street|city|name|firma|company)\b/u;

const wrongAutocomplete =
  /\b(cc-\S+|postal-code|username|email|tel\S*|current-password|new-password|name|given-name|family-name|street-address|address\S*|country\S*|bday\S*|organization)\b/;

/** A field scores at least so much before it is given a code. */
export const enough = 30;

/** How likely it is that a page wants a code of `length` characters in this field. */
export function scoreField(input: HTMLInputElement, length: number): number {
  const autocomplete = (input.getAttribute('autocomplete') ?? '').toLowerCase();
  if (wrongAutocomplete.test(autocomplete)) return -100;
  const words = wordsOf(input);
  const named = strong.test(words);
  const oneTime = autocomplete.includes('one-time-code');
  if (decoy.test(words) && !named && !oneTime) return -100;
  if (/\b(cvv2?|cvc2?|csc|captcha|card|postal|zip)\b/.test(words)) return -100;
  if (input.maxLength > 0 && input.maxLength < length) return -100;
  if (
    input.type === 'password' &&
    /\b(pass ?word|passwort|kennwort|mot de passe|contraseña)\b/.test(words) &&
    !named
  )
    return -100;
  const around = wordsAround(input);
  const context = strong.test(around) ? 25 : weak.test(around) ? 10 : 0;
  const numeric =
    input.inputMode === 'numeric' ||
    input.type === 'tel' ||
    input.type === 'number' ||
    /\\d|0-9/.test(input.pattern);
  return (
    (oneTime ? 100 : 0) +
    (named ? 60 : weak.test(words) ? 25 : 0) +
    context +
    (numeric ? 10 : 0) +
    (input.maxLength === length ? 15 : 0) +
    (input.ownerDocument.activeElement === input ? 5 : 0)
  );
}
