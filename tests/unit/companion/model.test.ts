import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Derive } from '../../../lib/crypto';
import { indexedDbStore, memoryStore, type Store } from '../../../lib/companion';
import { enforce, reset } from './model/adminCommands';
import { command, type Command, type Real } from './model/Command';
import { newModel, type Model } from './model/Model';
import { cancel, disable, regenerate, signOut, start, sudo, verify } from './model/ownCommands';
import { backupCode, code, signIn } from './model/signInCommands';
import { day, hour, makeWorld, minute, yes } from './support';

/**
 * Number of random sequences. `TESSERA_SEQUENCES=50000 TESSERA_SEED=7 npm run unit -- model` runs more and
 * different sequences.
 */
const sequences = Number(process.env['TESSERA_SEQUENCES'] ?? 2000);
const seed = Number(process.env['TESSERA_SEED'] ?? 6238);

const wait = (milliseconds: number) =>
  command(`wait ${milliseconds} ms`, async (_, { world }) => world.wait(milliseconds));

const index = fc.integer({ min: 0, max: 1 });
const commands = [
  fc.constantFrom(1000, 30_000, 5 * minute + 1000, 16 * minute, 2 * hour, 8 * day).map(wait),
  index.map(signIn),
  index.map(signIn),
  fc.tuple(index, fc.constantFrom(-2, -1, 0, 0, 0, 1, 2, null)).map(([at, step]) => code(at, step)),
  fc.tuple(index, fc.constantFrom(0, null)).map(([at, step]) => code(at, step)),
  fc.tuple(index, fc.nat(60)).map(([at, which]) => backupCode(at, which)),
  index.map(start),
  fc.tuple(index, fc.constantFrom(true, true, false)).map(([at, right]) => verify(at, right)),
  index.map(cancel),
  index.map(disable),
  index.map(regenerate),
  index.map(sudo),
  index.map(signOut),
  fc.boolean().map(enforce),
  fc.constant(reset()),
];

/** Returns a random source that gives the same numbers in every run, so that a failure can be reproduced. */
function seededRandom() {
  let count = 0;
  return (length: number) => {
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length; at += 32)
      bytes.set(
        createHash('sha256')
          .update(`${seed} ${count++}`)
          .digest()
          .subarray(0, length - at),
        at,
      );
    return bytes;
  };
}

const quickDerive: Derive = async ({ password, salt }) =>
  new Uint8Array(createHash('sha256').update(salt).update(password).digest());

async function begin(store: Store): Promise<{ model: Model; real: Real; audited: number }> {
  const world = await makeWorld(store, { random: seededRandom(), derive: quickDerive });
  const admin = world.browser();
  await yes(admin.signIn(world.credentials('admin')));
  await world.enrol(admin);
  const user = await world.userId('member');
  const [adminSession] = await world.sessionRecords();
  if (!adminSession) throw new Error('unreachable');
  const audited = (await store.read((tx) => tx.audit.all())).length;
  return {
    model: newModel(),
    real: { world, admin, adminSession, user, browsers: [world.browser(), world.browser()] },
    audited,
  };
}

async function holds(makeStore: () => Store, run: Iterable<Command>): Promise<void> {
  const { model, real, audited } = await begin(makeStore());
  await fc.asyncModelRun(() => ({ model, real }), run);
  // Every command has written exactly one audit entry, in its own transaction.
  const audit = await real.world.store.read((tx) => tx.audit.all());
  expect(audit.length - audited).toBe(model.commands);
  // The accepted time steps increase, and no backup code was accepted twice.
  for (const steps of model.acceptedSteps.values())
    expect(steps.every((step, at) => at === 0 || step > (steps[at - 1] ?? 0))).toBe(true);
  expect(new Set(model.spent).size).toBe(model.spent.length);
  expect(model.lock.total).toBeLessThanOrEqual(100);
  // Under enforcement, everyone has a second factor.
  if (model.enforced) expect(model.factor).not.toBeNull();
}

describe('random sequences of commands', () => {
  test.each([
    ['memory', sequences, memoryStore],
    ['IndexedDB', Math.ceil(sequences / 40), nextDatabase()],
  ] as const)(
    'the service behaves like its model (%s store, %i sequences)',
    async (_, numRuns, makeStore) => {
      await fc.assert(
        fc.asyncProperty(fc.commands(commands, { maxCommands: 30, size: '+1' }), (run) =>
          holds(makeStore, run),
        ),
        { numRuns, seed },
      );
    },
    600_000,
  );
});

function nextDatabase(): () => Store {
  let count = 0;
  return () => indexedDbStore(`model-${count++}`);
}
