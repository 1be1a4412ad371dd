/**
 * Splits a label into issuer and account. The issuer parameter takes precedence over the label's prefix, which
 * often contains the organization. The prefix ends at the first colon, unless the issuer contains a colon. A
 * leading colon marks a missing prefix.
 */
export function readLabel(label: string, issuerParam: string): { issuer: string; account: string } {
  const own = label.slice(0, issuerParam.length).toLowerCase() === issuerParam.toLowerCase();
  const colon =
    issuerParam && own && /^\s*:/.test(label.slice(issuerParam.length))
      ? label.indexOf(':', issuerParam.length)
      : label.indexOf(':');
  return {
    issuer: issuerParam.trim() || label.slice(0, Math.max(colon, 0)).trim(),
    account: label.slice(colon + 1).trim(),
  };
}
