import { argon2id as nobleArgon2id } from '@noble/hashes/argon2.js';
import { argon2id as wasmArgon2id } from 'hash-wasm';
import type { Kdf } from './Kdf';

/** Without WebAssembly the same digest takes some four times as long. */
const slow: Kdf = (passphrase, salt, { memory, passes, lanes }) =>
  Promise.resolve(nobleArgon2id(passphrase, salt, { m: memory, t: passes, p: lanes, dkLen: 32 }));

/** Argon2id where it is called; it holds up its thread, so pages use `workerKdf`. */
export const argon2id: Kdf = (passphrase, salt, costs) =>
  typeof WebAssembly === 'undefined'
    ? slow(passphrase, salt, costs)
    : wasmArgon2id({
        password: passphrase,
        salt,
        memorySize: costs.memory,
        iterations: costs.passes,
        parallelism: costs.lanes,
        hashLength: 32,
        outputType: 'binary',
      });
