import { isPasskeyCode, makerOf } from '../../otp';

/** Kinds of QR code content that don't set up an account. */
export type OtherKind =
  'maker' | 'passkey' | 'web' | 'wifi' | 'contact' | 'mail' | 'phone' | 'place' | 'event' | 'text';

export interface OtherContent {
  readonly kind: OtherKind;
  /**
   * The first 200 characters of the content, which are shown as text and never opened. For `maker`, only the name
   * of the app, and for `passkey`, an empty text, because the content of these two kinds is secret.
   */
  readonly text: string;
}

const kinds: readonly (readonly [OtherKind, RegExp])[] = [
  ['web', /^(https?:\/\/|www\.|urlto:)/i],
  ['wifi', /^wifi:/i],
  ['contact', /^(begin:vcard|mecard:)/i],
  ['mail', /^(mailto:|matmsg:)/i],
  ['phone', /^(tel:|sms:|smsto:|mms:)/i],
  ['place', /^geo:/i],
  ['event', /^begin:(vevent|vcalendar)/i],
];

/** Classifies the text of a QR code by its beginning. */
export function otherContent(text: string): OtherContent {
  const start = text.trimStart();
  const maker = makerOf(start);
  if (maker) return { kind: 'maker', text: maker };
  if (isPasskeyCode(start)) return { kind: 'passkey', text: '' };
  const kind = kinds.find(([, shape]) => shape.test(start))?.[0] ?? 'text';
  return { kind, text: start.slice(0, 200) };
}
