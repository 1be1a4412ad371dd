/**
 * Returns the link for which the browser opened this page (`protocol_handlers` in wxt.config.ts), or null.
 * Removes the link from the page's address, because the link contains a secret. Later calls therefore return
 * null.
 */
export function takeOpenedLink(): string | null {
  const [place, link] = location.hash.split('?link=');
  if (link === undefined) return null;
  history.replaceState(null, '', place);
  try {
    return decodeURIComponent(link);
  } catch {
    return link;
  }
}
