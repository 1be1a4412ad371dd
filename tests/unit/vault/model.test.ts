import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { draft, vaultWorld } from '../../support/vaultWorld';
import { step, type Model, type Real } from './modelSteps';

test('any sequence of changes from two pages gives the same state as a simple model', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const world = await vaultWorld();
      const real: Real = { world, pages: [world.open(), world.open()] };
      const model: Model = { entries: new Map(), passphrase: 'passphrase', unlocked: true };
      await real.pages[0]?.create(model.passphrase);
      for (const [, run] of steps) await run(model, real);
      const [, second] = real.pages;
      if (!second) throw new Error('no page');
      if (!model.unlocked) await second.unlock(model.passphrase);
      const found = [...(await second.list()), ...(await second.trash.list())];
      expect(
        new Map(
          found.map(({ id, issuer, note, deletedAt }) => [
            id,
            { issuer, note, removed: deletedAt !== null },
          ]),
        ),
      ).toEqual(model.entries);
      expect(await second.health.check()).toMatchObject({
        sound: model.entries.size,
        findings: [],
      });
      for (const vault of real.pages) vault.close();
    }),
    { numRuns: Number(process.env['TESSERA_MODEL_RUNS'] ?? 40) },
  );
}, 600_000);

test('four concurrent pages lose no change', async () => {
  const turns = Number(process.env['TESSERA_RACE_TURNS'] ?? 60);
  const world = await vaultWorld();
  const first = world.open();
  await first.create('passphrase');
  const [id = ''] = await first.add([draft()]);
  const pages = [first, world.open(), world.open(), world.open()];
  await Promise.all(
    pages.map(async (vault, who) => {
      for (let turn = 0; turn < turns; turn++) {
        await vault.update(id, ({ useCount }) => ({ useCount: useCount + 1 }));
        if (turn % 10 === 0) await vault.add([draft(`${who} ${turn}`)]);
      }
    }),
  );
  expect((await first.get(id)).useCount).toBe(4 * turns);
  expect(await first.list()).toHaveLength(1 + 4 * Math.ceil(turns / 10));
}, 3_600_000);
