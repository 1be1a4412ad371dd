/** AES-256-GCM ciphertext: key id, and nonce with ciphertext in base64url. */
export interface Sealed {
  readonly keyId: string;
  readonly box: string;
}
