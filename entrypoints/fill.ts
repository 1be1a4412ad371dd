import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type CodeKind, fillCode, type ShadowOf } from '../lib/fill';

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

/**
 * Injected when the user asks for a code in the page. It leaves one function in the extension's isolated world
 * of that page, which the page's own scripts can't see: `tesseraFill(code, host, kind, secure)` fills only while the
 * page is still of that host, and, where it was secure, still is.
 */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, {
    tesseraFill: (code: string, host: string, kind: CodeKind = 'code', secure = false) =>
      location.hostname === host && (isSecureContext || !secure)
        ? fillCode(document, code, shadowOf, kind)
        : 'elsewhere',
  });
});
