/** What people meet in QR codes that set up no account. */
export type OtherKind = 'web' | 'wifi' | 'contact' | 'mail' | 'phone' | 'place' | 'event' | 'text';

export interface OtherContent {
  readonly kind: OtherKind;
  /** As it stands in the code, cut at 200 characters. It is shown, never opened. */
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

/** What kind of thing a code's text is, told by how it begins. */
export function otherContent(text: string): OtherContent {
  const start = text.trimStart();
  const kind = kinds.find(([, shape]) => shape.test(start))?.[0] ?? 'text';
  return { kind, text: start.slice(0, 200) };
}
