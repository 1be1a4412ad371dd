import type { BrowserContext } from '@playwright/test';

/** Matches schemes that never leave the browser, and the tests' own pages on this machine. */
const local = /^(chrome-extension|chrome|data|blob|about|devtools):|^http:\/\/127\.0\.0\.1[:/]/;

/**
 * Records every network request of any page, frame or worker. Returns a function that lists the requests so far.
 */
export function watchRequests(context: BrowserContext): () => readonly string[] {
  const seen: string[] = [];
  context.on('request', (request) => {
    if (!local.test(request.url())) seen.push(request.url());
  });
  return () => seen;
}
