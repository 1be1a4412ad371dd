/**
 * Removes a CDN address from the QR reader's package, where it is the default location of the wasm file. The
 * address must not ship.
 */
const withoutCdn = () => ({
  name: 'without-cdn',
  transform: (code, id) =>
    id.includes('/zxing-wasm/') ? code.replaceAll(/https:\/\/[\w.]*jsdelivr\.net\//g, '') : null,
});

/** Removes from kdbxweb the code in a string that finds the global object where there is no `globalThis`. */
const withoutEval = () => ({
  name: 'without-eval',
  transform: (code, id) =>
    id.includes('/kdbxweb/') ? code.replace("new Function('return this')()", 'globalThis') : null,
});

/** Returns the Vite plugins that remove from dependencies what may not be in a package. */
export const cleanDependencies = () => [withoutCdn(), withoutEval()];
