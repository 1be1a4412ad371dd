import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { AppError } from '../errors';

const bareLength = 16;
const fullLength = 26;
const polynomial = 0b1_1000_1111_0011;

/**
 * Computes a Yandex Key code of eight letters from 63 bits of HMAC-SHA256. The key is the hash of PIN and secret.
 */
export function yandex(secret: Uint8Array, pin: string, step: number): string {
  const pinBytes = new TextEncoder().encode(pin);
  const hash = sha256(new Uint8Array([...pinBytes, ...secret.subarray(0, bareLength)]));
  const key = hash[0] === 0 ? hash.subarray(1) : hash;
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(step));
  const mac = hmac(sha256, key, new Uint8Array(counter.buffer));
  const offset = (mac.at(-1) ?? 0) & 15;
  const view = new DataView(mac.buffer, mac.byteOffset + offset, 8);
  let value = BigInt.asUintN(63, view.getBigUint64(0)) % 26n ** 8n;
  let code = '';
  for (let place = 0; place < 8; place++) {
    code = String.fromCharCode(97 + Number(value % 26n)) + code;
    value /= 26n;
  }
  return code;
}

/**
 * Throws `otp/bad-secret` unless the secret has 16 bytes (as in a QR code) or 26 bytes (as the app shows it). The
 * last 12 bits of the 26 bytes are a checksum, which is the remainder of a polynomial division.
 */
export function checkYandexSecret(secret: Uint8Array): void {
  if (secret.length === bareLength) return;
  if (secret.length !== fullLength) throw new AppError('otp/bad-secret');
  let rest = 0;
  for (let bit = 0; bit < fullLength * 8 - 12; bit++) {
    rest = (rest << 1) | (((secret[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
    if (rest & 0x1000) rest ^= polynomial;
  }
  const last = ((secret[fullLength - 2] ?? 0) << 8) | (secret[fullLength - 1] ?? 0);
  if (rest !== (last & 0xfff)) throw new AppError('otp/bad-secret');
}
