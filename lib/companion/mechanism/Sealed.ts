/** An AES-256-GCM ciphertext: the id of its key, and nonce and ciphertext in base64url. */
export interface Sealed {
  readonly keyId: string;
  readonly box: string;
}
