import { isPasskeyCode, makerOf } from '../../otp';

/** Common contents of QR codes that don't set up an account. */
export type OtherKind =
  'maker' | 'passkey' | 'web' | 'wifi' | 'contact' | 'mail' | 'phone' | 'place' | 'event' | 'text';

export interface OtherContent {
  readonly kind: OtherKind;
  /**
   * The content, cut at 200 characters, which is shown but never opened. For `maker` the name of the app, for
   * `passkey` empty: their content is secret.
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

/** Classifies the text of a code by how it begins. */
export function otherContent(text: string): OtherContent {
  const start = text.trimStart();
  const maker = makerOf(start);
  if (maker) return { kind: 'maker', text: maker };
  if (isPasskeyCode(start)) return { kind: 'passkey', text: '' };
  const kind = kinds.find(([, shape]) => shape.test(start))?.[0] ?? 'text';
  return { kind, text: start.slice(0, 200) };
}
