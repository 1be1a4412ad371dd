import { expect, test } from 'vitest';
import type { Derivation } from '../../../lib/crypto';
import { estimateTime } from '../../../lib/transfer/estimateTime';

const password = new Uint8Array(8);
const salt = new Uint8Array(16);
const argon2 = {
  kind: 'argon2id',
  password,
  salt,
  memory: 1_048_576,
  passes: 4,
  lanes: 1,
} as const;
const scrypt = { kind: 'scrypt', password, salt, cost: 2 ** 20, blockSize: 8, lanes: 4 } as const;
const pbkdf2 = {
  kind: 'pbkdf2',
  hash: 'SHA-256',
  password,
  salt,
  iterations: 10_000_000,
  length: 32,
} as const;

const units = (task: Derivation): number => {
  if (task.kind === 'pbkdf2') return task.iterations;
  return task.kind === 'scrypt' ? task.cost * task.lanes : task.memory * task.passes;
};

/** Simulates a computer that takes `perUnit` milliseconds per unit of work. */
function computer(perUnit: number) {
  let time = 0;
  let done = 0;
  return {
    now: () => time,
    done: () => done,
    derive: (task: Derivation) => {
      done += units(task);
      time += units(task) * perUnit;
      return Promise.resolve(new Uint8Array(32));
    },
  };
}

test.each<[Derivation, number]>([
  [argon2, 0.01],
  [{ ...argon2, lanes: 16 }, 0.01],
  [scrypt, 0.002],
  [pbkdf2, 0.001],
])('estimates the time of a derivation from a short probe: %o', async (task, perUnit) => {
  const { derive, now, done } = computer(perUnit);
  expect(await estimateTime(task, derive, now)).toBeCloseTo(units(task) * perUnit);
  expect(done()).toBeLessThan(units(task) / 50);
});

test('gives no time estimate below one second', async () => {
  const { derive, now } = computer(0.000_001);
  expect(await estimateTime(pbkdf2, derive, now)).toBeNull();
});

test('runs no probe for a cheap derivation', async () => {
  const { derive, now, done } = computer(1);
  expect(await estimateTime({ ...pbkdf2, iterations: 100_000 }, derive, now)).toBeNull();
  expect(await estimateTime({ ...argon2, memory: 64, passes: 2 }, derive, now)).toBeNull();
  expect(done()).toBe(0);
});
