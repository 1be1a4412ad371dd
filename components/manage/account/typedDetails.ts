import type { Otp } from '../../../lib/otp';
import type { Entry, EntryPatch } from '../../../lib/vault';

/** Returns the fields of the form as text. */
export const textOf = (entry: Entry) => ({
  issuer: entry.issuer,
  account: entry.account,
  tags: entry.tags.join(', '),
  note: entry.note,
  pin: entry.otp.pin,
  counter: String(entry.otp.counter),
});

export type Typed = ReturnType<typeof textOf>;

const tagsIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[,،、]/)
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
];

interface OtpTools {
  readonly makeOtp: (otp: Otp) => Otp;
  readonly readWholeNumber: (text: string) => number;
}

/** Returns only the fields that the user changed, so that all other fields keep their current values. */
export const patchOf = (
  { issuer, account, tags, note, pin, counter }: Partial<Typed>,
  otp: Otp,
  { makeOtp, readWholeNumber }: OtpTools,
): EntryPatch => ({
  ...(issuer !== undefined && { issuer: issuer.trim() }),
  ...(account !== undefined && { account: account.trim() }),
  ...(tags !== undefined && { tags: tagsIn(tags) }),
  ...(note !== undefined && { note }),
  ...((pin ?? counter) !== undefined && {
    otp: makeOtp({
      ...otp,
      ...(pin !== undefined && { pin }),
      ...(counter !== undefined && { counter: readWholeNumber(counter) }),
    }),
  }),
});
