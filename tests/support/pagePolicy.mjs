/**
 * Limits the connections of pages to the extension itself, although the manifest lets the background connect to
 * other servers.
 */
export const pagePolicy = () => ({
  name: 'page-policy',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: "connect-src 'self'" },
      injectTo: /** @type {'head-prepend'} */ ('head-prepend'),
    },
  ],
});
