import type { ActiveSite, FillOutcome } from '../../platform';
import type { EntrySummary } from '../../vault';

/** A page's field, as far as codes go into it. */
export interface PageField {
  /** What filling a code of so many characters would come to. */
  readonly seekField: (site: ActiveSite, length: number) => Promise<FillOutcome>;
  readonly fillPage: (
    site: ActiveSite,
    code: string,
    kind?: 'code' | 'backup',
  ) => Promise<FillOutcome>;
}

export interface FilledCode {
  readonly outcome: FillOutcome;
  /** The code of a counter that is used up although the page didn't get it; otherwise null. */
  readonly spent: string | null;
}

export const isFilled = (outcome: string): boolean => outcome === 'field' || outcome === 'boxes';

/**
 * Puts an account's code into a page. The code is taken only after a field for it was found there: taking one
 * of a counter uses it up.
 */
export async function fillCodeOf(
  { seekField, fillPage, take }: PageField & { readonly take: () => Promise<string> },
  site: ActiveSite,
  { otp }: Pick<EntrySummary, 'otp'>,
): Promise<FilledCode> {
  const found = await seekField(site, otp.digits);
  if (!isFilled(found)) return { outcome: found, spent: null };
  const code = await take();
  const outcome = await fillPage(site, code);
  return isFilled(outcome) || otp.kind !== 'hotp'
    ? { outcome, spent: null }
    : { outcome: 'spent', spent: code };
}
