/**
 * Returns the link that the browser opened this page for (`protocol_handlers` in wxt.config.ts), once, or null.
 * Removes the link from the page's address, because it contains a secret.
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
