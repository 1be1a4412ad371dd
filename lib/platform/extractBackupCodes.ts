import { browser } from 'wxt/browser';
import { AppError } from '../errors';

/** A backup code on a page, and the line that contains the code. */
export interface ExtractedCode {
  readonly code: string;
  readonly line: string;
}

const isCode = (value: unknown): value is ExtractedCode =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  typeof value.code === 'string' &&
  'line' in value &&
  typeof value.line === 'string';

/** Validates the result of a frame's script. */
function codesOf(result: unknown): { readonly codes: ExtractedCode[]; readonly isMarked: boolean } {
  const { codes, isMarked }: { codes?: unknown; isMarked?: unknown } =
    typeof result === 'object' && result !== null ? result : {};
  return { codes: Array.isArray(codes) ? codes.filter(isCode) : [], isMarked: isMarked === true };
}

/**
 * Returns the backup codes of one frame of a tab's page: the frame with a selection, or else the frame with the
 * most codes. Only likely codes and their lines leave the page. Needs the permission that a click on the
 * extension grants. Throws `scan/forbidden-page` on pages that extensions can't script.
 */
export async function extractBackupCodes(tab: number): Promise<readonly ExtractedCode[]> {
  try {
    const target = { tabId: tab, allFrames: true };
    const frames = await browser.scripting.executeScript({ target, files: ['/grab-codes.js'] });
    const found = frames
      .map(({ result }) => codesOf(result))
      .toSorted(
        (a, b) => Number(b.isMarked) - Number(a.isMarked) || b.codes.length - a.codes.length,
      );
    return found[0]?.codes ?? [];
  } catch (cause) {
    throw new AppError('scan/forbidden-page', {}, { cause });
  }
}
