/** AES-256-GCM ciphertext: which key, and nonce with box as base64url. */
export interface Sealed {
  readonly keyId: string;
  readonly box: string;
}
