import { argon2d, argon2id, scrypt } from 'hash-wasm';
import type { Argon2, Derivation, Pbkdf2, Scrypt } from './Derivation';

/** Makes the key where it is called; it holds up its thread, so pages use `workerDerive`. */
export function deriveKey(task: Derivation): Promise<Uint8Array> {
  switch (task.kind) {
    case 'argon2id':
      return argon2id(argon2Options(task));
    case 'argon2d':
      return argon2d(argon2Options(task));
    case 'scrypt':
      return scrypt(scryptOptions(task));
    case 'pbkdf2':
      return pbkdf2(task);
    default:
      throw task satisfies never;
  }
}

const argon2Options = ({ password, salt, memory, passes, lanes }: Argon2) => ({
  password,
  salt,
  memorySize: memory,
  iterations: passes,
  parallelism: lanes,
  hashLength: 32,
  outputType: 'binary' as const,
});

const scryptOptions = ({ password, salt, cost, blockSize, lanes }: Scrypt) => ({
  password,
  salt,
  costFactor: cost,
  blockSize,
  parallelism: lanes,
  hashLength: 32,
  outputType: 'binary' as const,
});

async function pbkdf2(task: Pbkdf2): Promise<Uint8Array> {
  const { hash, iterations, length } = task;
  const salt = Uint8Array.from(task.salt);
  const password = Uint8Array.from(task.password);
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const params = { name: 'PBKDF2', hash, salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(params, key, length * 8));
}
