/** Whether both arrays exist and are equal. Not constant-time, so use it only for ciphertext. */
export function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (a === undefined || a.length !== b?.length) return false;
  if (a === b) return true;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
