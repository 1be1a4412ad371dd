import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type CodeKind, fillCode, seekField, type ShadowOf } from '../lib/fill';

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

const on =
  (act: typeof fillCode) =>
  (code: string, host: string, kind: CodeKind = 'code', secure = false) =>
    isStill(host, secure) ? act(document, code, shadowOf, kind) : 'elsewhere';

/**
 * Injected when the user asks for a code in the page. It leaves two functions in the extension's isolated world
 * of that page, which the page's own scripts can't see: `tesseraFill(code, host, kind, secure)` fills, and
 * `tesseraSeek`, of the same arguments, only looks where it would.
 */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, { tesseraFill: on(fillCode), tesseraSeek: on(seekField) });
});
