import { argon2d as nobleArgon2d, argon2id as nobleArgon2id } from '@noble/hashes/argon2.js';
import { scrypt as nobleScrypt } from '@noble/hashes/scrypt.js';
import { argon2d, argon2id, scrypt } from 'hash-wasm';
import type { Argon2, Derivation, Pbkdf2, Scrypt } from './Derivation';

/** Derives a key in the caller's thread and blocks that thread. Pages use `workerDerive` instead. */
export async function deriveKey(task: Derivation): Promise<Uint8Array> {
  switch (task.kind) {
    case 'argon2id':
    case 'argon2d':
      return deriveArgon2(task);
    case 'scrypt':
      return deriveScrypt(task);
    case 'pbkdf2':
      return derivePbkdf2(task);
    default:
      throw task satisfies never;
  }
}

/** Whether WebAssembly is available. Without it, JavaScript derives the same key about four times slower. */
const hasWebAssembly = () => typeof WebAssembly !== 'undefined';

function deriveArgon2({ kind, password, salt, memory, passes, lanes }: Argon2) {
  if (!hasWebAssembly()) {
    const inJavaScript = kind === 'argon2id' ? nobleArgon2id : nobleArgon2d;
    return inJavaScript(password, salt, { m: memory, t: passes, p: lanes, dkLen: 32 });
  }
  const inWebAssembly = kind === 'argon2id' ? argon2id : argon2d;
  return inWebAssembly({
    password,
    salt,
    memorySize: memory,
    iterations: passes,
    parallelism: lanes,
    hashLength: 32,
    outputType: 'binary',
  });
}

function deriveScrypt({ password, salt, cost, blockSize, lanes }: Scrypt) {
  if (!hasWebAssembly()) {
    const maxmem = 2 ** 31;
    return nobleScrypt(password, salt, { N: cost, r: blockSize, p: lanes, dkLen: 32, maxmem });
  }
  return scrypt({
    password,
    salt,
    costFactor: cost,
    blockSize,
    parallelism: lanes,
    hashLength: 32,
    outputType: 'binary',
  });
}

async function derivePbkdf2(task: Pbkdf2): Promise<Uint8Array> {
  const { hash, iterations, length } = task;
  const salt = Uint8Array.from(task.salt);
  const password = Uint8Array.from(task.password);
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const params = { name: 'PBKDF2', hash, salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(params, key, length * 8));
}
