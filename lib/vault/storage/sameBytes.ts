/** Whether both arrays exist and are equal. Not constant-time, so use it only for ciphertext. */
export const sameBytes = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean =>
  a !== undefined && a.length === b?.length && a.every((byte, at) => byte === b[at]);
