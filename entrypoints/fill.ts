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

/**
 * Returns an element's shadow tree, even a closed one. Firefox offers it as a property of the element, and
 * Chromium offers it through `browser.dom`. Both browsers offer it only to extensions.
 */
const shadowOf: ShadowOf = (element) => {
  const root: unknown =
    'openOrClosedShadowRoot' in element
      ? element.openOrClosedShadowRoot
      : element instanceof HTMLElement
        ? (browser.dom?.openOrClosedShadowRoot(element) ?? element.shadowRoot)
        : element.shadowRoot;
  return isShadow(root) ? root : null;
};

/** Whether the page still has this host and is still secure if it was secure before. */
const isStill = (host: string, secure: boolean): boolean =>
  location.hostname === host && (isSecureContext || !secure);

const guarded =
  <Result>(act: (search: Search, code: string) => Result) =>
  (code: string, host: string, kind: CodeKind = 'code', secure = false, isPointed = false) =>
    isStill(host, secure)
      ? act({ page: document, shadowOf, kind, isPointed }, code)
      : ('elsewhere' as const);

/**
 * Defines functions in the extension's isolated world, which the page's scripts can't see. Injected when the user
 * requests a code in the page. `tesseraFill(code, host, kind, secure, isPointed)` fills the code and resolves
 * with the result. `tesseraSeek` takes the same arguments and returns where it would fill. `tesseraFrames`
 * returns the addresses of visible cross-origin frames.
 */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, {
    tesseraFill: guarded(fillCode),
    tesseraSeek: guarded(seekField),
    tesseraFrames: () => foreignFrames(document, shadowOf),
  });
});
