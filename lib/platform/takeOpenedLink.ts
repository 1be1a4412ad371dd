/**
 * The link that the browser opened this page for (`protocol_handlers` in wxt.config.ts), or null; once. It is
 * taken out of the page's address at once: there is a secret in it.
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
