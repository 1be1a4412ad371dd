import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import {
  type CodeKind,
  fillCode,
  foreignFrames,
  type Search,
  seekField,
  type ShadowOf,
} from '../lib/fill';

const isShadow = (root: unknown): root is ShadowRoot => root instanceof ShadowRoot;

/** Closed trees too: Firefox has this on the element, Chromium on `browser.dom`, both for extensions alone. */
const shadowOf: ShadowOf = (element) => {
  const root: unknown =
    'openOrClosedShadowRoot' in element
      ? element.openOrClosedShadowRoot
      : element instanceof HTMLElement
        ? (browser.dom?.openOrClosedShadowRoot(element) ?? element.shadowRoot)
        : element.shadowRoot;
  return isShadow(root) ? root : null;
};

/** Whether the page is still of that host, and, where it was secure, still is. */
const isStill = (host: string, secure: boolean): boolean =>
  location.hostname === host && (isSecureContext || !secure);

const guarded =
  <Result>(act: (search: Search, code: string) => Result) =>
  (code: string, host: string, kind: CodeKind = 'code', secure = false, isPointed = false) =>
    isStill(host, secure)
      ? act({ page: document, shadowOf, kind, isPointed }, code)
      : ('elsewhere' as const);

/**
 * Injected when the user asks for a code in the page. It leaves functions in the extension's isolated world of that
 * page, which the page's own scripts can't see. `tesseraFill(code, host, kind, secure, isPointed)` fills and resolves
 * to what the page then shows. `tesseraSeek`, of the same arguments, returns where it would. `tesseraFrames` returns
 * the addresses of visible frames of other origins.
 */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, {
    tesseraFill: guarded(fillCode),
    tesseraSeek: guarded(seekField),
    tesseraFrames: () => foreignFrames(document, shadowOf),
  });
});
