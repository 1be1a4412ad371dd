export { fromBase64url, toBase64url } from './base64url';
export { concat, equal, framed, fromUtf8, uint32, utf8 } from './bytes';
export { hkdfSha256, hmacSha256, sha256 } from './hash';
export { inProcessKdf } from './inProcessKdf';
export type { Kdf, KdfCosts } from './Kdf';
export { systemRandom, type Random } from './Random';
export { nonceLength, seal, tagLength, unseal } from './seal';
export { workerKdf } from './workerKdf';
