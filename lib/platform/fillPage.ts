import { browser } from 'wxt/browser';
import { type ActiveSite, siteOfTab } from './activeSite';

/** The page or frame to fill. */
export interface FillTarget extends ActiveSite {
  /** The browser's id of the frame to fill, whose host is `host`. Absent for the page itself. */
  readonly frame?: number;
  /** The origin of the frame, if it differs from the page's. Filling then needs a permission for this origin. */
  readonly origin?: string;
  /** Whether the user chose the focused field in its context menu. */
  readonly isPointed?: boolean;
}

/**
 * `field` or `boxes`: a field or a row of boxes shows the code, or took it before the page moved on. `none`: the
 * page has no field for a code. `refused`: the page didn't keep the code. `elsewhere`: the page navigated to
 * another host in the meantime. `forbidden`: extensions can't script this page.
 */
export type FillOutcome = 'field' | 'boxes' | 'none' | 'refused' | 'elsewhere' | 'forbidden';

const outcomes: ReadonlySet<unknown> = new Set(['field', 'boxes', 'none', 'refused', 'elsewhere']);

const isOutcome = (value: unknown): value is FillOutcome => outcomes.has(value);

/**
 * Time after which a page that doesn't respond counts as hung, in milliseconds. Longer than the time limit of the
 * script in the page.
 */
const longestCall = 3000;

/** Resolves to the promise's value, or to `late` if the promise takes too long. */
const within = <Value, Late>(promise: Promise<Value>, late: Late): Promise<Value | Late> => {
  const timeout = new Promise<Late>((resolve) => {
    setTimeout(() => resolve(late), longestCall);
  });
  return Promise.race([promise, timeout]);
};

interface FrameResult {
  readonly frameId: number;
  readonly result?: unknown;
}

/** Calls a function that fill.js defines in the page's isolated world. */
async function callInFrames(
  target: Parameters<typeof browser.scripting.executeScript>[0]['target'],
  name: 'tesseraFill' | 'tesseraSeek' | 'tesseraFrames',
  args: readonly unknown[],
): Promise<readonly FrameResult[]> {
  await browser.scripting.executeScript({ target, files: ['/fill.js'] });
  return browser.scripting.executeScript({
    target,
    args: [name, ...args],
    // The browser waits for the promise that the function returns.
    func: (called: string, ...given: readonly unknown[]): unknown => {
      const call: unknown = Reflect.get(globalThis, called);
      return typeof call === 'function' ? call(...given) : 'none';
    },
  });
}

interface PageCall {
  readonly name: 'tesseraFill' | 'tesseraSeek';
  readonly code: string;
  readonly kind: 'code' | 'backup';
}

async function callInPage(
  target: FillTarget,
  { name, code, kind }: PageCall,
): Promise<FillOutcome> {
  const { tab, host, secure, frame, isPointed = false } = target;
  try {
    const frames = frame === undefined ? { tabId: tab } : { tabId: tab, frameIds: [frame] };
    const call = callInFrames(frames, name, [code, host, kind, secure, isPointed]);
    const results = await within(call, null);
    if (results === null) return name === 'tesseraFill' ? 'refused' : 'none';
    const result = results[0]?.result;
    if (isOutcome(result)) return result;
    // Without a result, the page navigated before it took the code.
    return name === 'tesseraFill' ? 'elsewhere' : 'none';
  } catch {
    return 'forbidden';
  }
}

/**
 * Fills a one-time code or backup code into the page of a tab, if the page still has the same host and is as
 * secure as before. Needs a user gesture on that tab. A frame of another host also needs the permission for that
 * host. Resolves after checking what the page shows.
 */
export const fillPage = (
  target: FillTarget,
  code: string,
  kind: 'code' | 'backup' = 'code',
): Promise<FillOutcome> => callInPage(target, { name: 'tesseraFill', code, kind });

/** Returns what `fillPage` would return for a code of this length. Changes nothing on the page. */
export const seekField = (target: FillTarget, length: number): Promise<FillOutcome> =>
  callInPage(target, { name: 'tesseraSeek', code: '0'.repeat(length), kind: 'code' });

/**
 * Returns the origins of the visible secure cross-origin frames of a page. Returns an empty list if the extension
 * has no access to the page.
 */
export async function foreignFrames({ tab }: ActiveSite): Promise<readonly string[]> {
  try {
    const [found] = await callInFrames({ tabId: tab }, 'tesseraFrames', []);
    const addresses = Array.isArray(found?.result) ? found.result.filter(isText) : [];
    const origins = addresses.flatMap((address) => {
      const site = siteOfTab({ id: tab, url: address });
      return site?.secure ? [new URL(address).origin] : [];
    });
    return [...new Set(origins)];
  } catch {
    return [];
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';

/**
 * Returns the first frame of this host in a tab that has a field for a code of this length. Returns null if no
 * frame has a field for the code, or if the permission is missing.
 */
export async function findFrame(
  { tab }: ActiveSite,
  host: string,
  length: number,
): Promise<FillTarget | null> {
  try {
    const target = { tabId: tab, allFrames: true };
    const args = ['0'.repeat(length), host, 'code', true, false];
    const results = await callInFrames(target, 'tesseraSeek', args);
    const found = results.find(({ result }) => result === 'field' || result === 'boxes');
    return found ? { tab, host, secure: true, frame: found.frameId } : null;
  } catch {
    return null;
  }
}
