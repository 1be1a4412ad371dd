/** Whether both exist and are equal. Only for ciphertext, because it isn't constant-time. */
export const sameBytes = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean =>
  a !== undefined && a.length === b?.length && a.every((byte, at) => byte === b[at]);
