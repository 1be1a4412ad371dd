import { browser } from 'wxt/browser';
import { type ActiveSite, siteOfTab } from './activeSite';

/** Where in a tab a code goes. */
export interface FillTarget extends ActiveSite {
  /** The browser's number of a frame whose host is `host`; absent for the page itself. */
  readonly frame?: number;
  /** The origin of that frame, where it is another than the page's: reaching it needs a permission of its own. */
  readonly origin?: string;
  /** Whether the user chose the field that has the focus, by its menu. */
  readonly isPointed?: boolean;
}

/**
 * `field`, `boxes`: the page shows the code, or took it and went on. `none`: the page has no field that wants a code.
 * `refused`: the page doesn't keep the code. `elsewhere`: the page went to another host meanwhile. `forbidden`: the
 * browser guards this page.
 */
export type FillOutcome = 'field' | 'boxes' | 'none' | 'refused' | 'elsewhere' | 'forbidden';

const outcomes: ReadonlySet<unknown> = new Set(['field', 'boxes', 'none', 'refused', 'elsewhere']);

const isOutcome = (value: unknown): value is FillOutcome => outcomes.has(value);

/** A page that doesn't respond by then hangs. Milliseconds; the script in the page gives up by itself before. */
const longestCall = 3000;

/** Resolves to `late` if a promise takes too long. */
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

/** Calls one of the functions that fill.js leaves in a page's isolated world. */
async function callInFrames(
  target: Parameters<typeof browser.scripting.executeScript>[0]['target'],
  name: 'tesseraFill' | 'tesseraSeek' | 'tesseraFrames',
  args: readonly unknown[],
): Promise<readonly FrameResult[]> {
  await browser.scripting.executeScript({ target, files: ['/fill.js'] });
  return browser.scripting.executeScript({
    target,
    args: [name, ...args],
    // The browser waits for the promise that filling returns.
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
    // Nothing came back: the page left before it took the code.
    return name === 'tesseraFill' ? 'elsewhere' : 'none';
  } catch {
    return 'forbidden';
  }
}

/**
 * Puts a code of the moment, or a backup code, into the page of a tab, if it is still of that host and as secure as it
 * was. Needs a user's gesture on that tab, for a frame of another host the permission for that host. Resolves after
 * the page showed what it made of it.
 */
export const fillPage = (
  target: FillTarget,
  code: string,
  kind: 'code' | 'backup' = 'code',
): Promise<FillOutcome> => callInPage(target, { name: 'tesseraFill', code, kind });

/** Returns what `fillPage` would come to with a code of so many characters. The page is not touched. */
export const seekField = (target: FillTarget, length: number): Promise<FillOutcome> =>
  callInPage(target, { name: 'tesseraSeek', code: '0'.repeat(length), kind: 'code' });

/** Returns the origins of the secure frames of other origins that show on a page; empty where nothing can be seen. */
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
 * Returns the first frame of this host in a tab that has a field for a code of so many characters; null if none has, or
 * the permission is missing.
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
