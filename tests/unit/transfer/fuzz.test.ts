import { afterAll, describe, expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import { type Derivation, type Derive, inProcessDerive } from '../../../lib/crypto';
import { AppError } from '../../../lib/errors';
import { readFile, type ReadTools } from '../../../lib/transfer';
import { bytesOf, type Fixture, fixtures } from './fixtures';
import { mutator, seeded } from './mutate';
import { readQrOfPng } from './tools';

/** Total number of inputs. `TESSERA_FUZZ_RUNS=10000000` tries more inputs, `TESSERA_FUZZ_SEED` tries others. */
const runs = Number(process.env['TESSERA_FUZZ_RUNS'] ?? 100_000);
const each = Math.ceil(runs / fixtures.length);

/**
 * Maximum number of key derivations and of image readings per file. Bounds the work by these slow steps, because
 * times depend on the machine's load. The intact files need up to four.
 */
const maxSlowSteps = 8;

const mutate = mutator(seeded(Number(process.env['TESSERA_FUZZ_SEED'] ?? 7)));

/** The keys that the fixtures need, derived once. Any other derivation returns a hash instead. */
const known = new Map<string, Uint8Array>();
const digest = (task: Derivation): Uint8Array =>
  createHash('sha256')
    .update(JSON.stringify({ ...task, salt: [...task.salt], password: [...task.password] }))
    .digest();
const learn: Derive = async (task) => {
  const key = await inProcessDerive(task);
  known.set(Buffer.from(digest(task)).toString('hex'), key);
  return key;
};
const quick: Derive = (task) => {
  const id = digest(task);
  return Promise.resolve(known.get(Buffer.from(id).toString('hex')) ?? id);
};

const tools = (password: string, derive: Derive): ReadTools => ({
  password,
  derive,
  readQr: readQrOfPng,
});

/** Returns tools that count the calls of the slow steps. */
function counted({ derive, readQr, password }: ReadTools) {
  const calls = { derive: 0, readQr: 0 };
  const counting: ReadTools = {
    password,
    derive: (task) => {
      calls.derive++;
      return derive(task);
    },
    readQr: (image) => {
      calls.readQr++;
      return readQr(image);
    },
  };
  return { calls, counting };
}

/**
 * Returns whether reading a file takes milliseconds, as for images, archives and databases. These get fewer
 * inputs.
 */
const isSlow = ({ format, name }: Fixture): boolean =>
  format === 'keePass' || /\.(?:png|zip|1pux)$|aegis\.html$/.test(name);
let done = 0;

describe(`reading ${runs.toLocaleString('en')} damaged files`, () => {
  test.each(fixtures.map((fixture) => [`${fixture.format}: ${fixture.variant}`, fixture] as const))(
    'never crashes or hangs: %s',
    async (_, fixture) => {
      const source = await bytesOf(fixture);
      const password = fixture.password ?? 'x';
      await readFile(fixture.name, source, tools(password, learn));
      let worst = 0;
      const count = isSlow(fixture) ? Math.ceil(each / 10) : Math.ceil(each * 1.3);
      for (let run = 0; run < count; run++) {
        const bytes = mutate(source);
        const { calls, counting } = counted(tools(password, quick));
        try {
          await readFile(fixture.name, bytes, counting);
        } catch (error) {
          if (!(error instanceof AppError)) {
            throw new Error(`run ${run}: ${Buffer.from(bytes).toString('base64')}`, {
              cause: error,
            });
          }
        }
        worst = Math.max(worst, calls.derive, calls.readQr);
        done++;
      }
      expect(worst).toBeLessThanOrEqual(maxSlowSteps);
    },
    600_000,
  );

  afterAll(() => expect(done).toBeGreaterThanOrEqual(runs));
});
