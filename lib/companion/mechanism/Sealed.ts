/** A secret encrypted with AES-256-GCM: the id of the key, and the nonce and ciphertext in base64url. */
export interface Sealed {
  readonly keyId: string;
  readonly box: string;
}
