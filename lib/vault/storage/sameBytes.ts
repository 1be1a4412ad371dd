/** Whether both are there and hold the same. For ciphertext: its time tells where they differ. */
export const sameBytes = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean =>
  a !== undefined && a.length === b?.length && a.every((byte, at) => byte === b[at]);
