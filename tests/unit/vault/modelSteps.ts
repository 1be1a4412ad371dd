import * as fc from 'fast-check';
import { expect } from 'vitest';
import { AppError } from '../../../lib/errors';
import type { SecureVault } from '../../../lib/vault';
import { copyOf, putBack } from '../../support/vaultDamage';
import { draft, type VaultWorld } from '../../support/vaultWorld';

/** The expected state of a vault: its entries by id, whether each is in the trash, and the current passphrase. */
export interface Model {
  readonly entries: Map<string, { issuer: string; note: string; removed: boolean }>;
  passphrase: string;
  unlocked: boolean;
}

export interface Real {
  readonly world: VaultWorld;
  readonly pages: SecureVault[];
}

type Step = (model: Model, real: Real) => Promise<void>;

const pick = <T>(list: readonly T[], at: number): T | undefined =>
  list.length === 0 ? undefined : list[at % list.length];

const idsOf = (model: Model, removed: boolean) =>
  [...model.entries].filter(([, one]) => one.removed === removed).map(([id]) => id);

/** Returns a step that needs the vault's key. On a locked vault the step must throw and change nothing. */
const withKey =
  (work: (model: Model, vault: SecureVault, real: Real) => Promise<void>, page: number): Step =>
  async (model, real) => {
    const vault = pick(real.pages, page);
    if (!vault) return;
    if (model.unlocked) return work(model, vault, real);
    const refusal = await vault.list().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(AppError);
    expect(refusal).toMatchObject({ code: 'vault/locked' });
  };

const page = fc.nat(1);
export const step: fc.Arbitrary<readonly [string, Step]> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(page, fc.array(fc.string({ maxLength: 8 }), { minLength: 1, maxLength: 3 }))
      .map(
        ([at, names]) =>
          [
            `add ${names.length}`,
            withKey(async (model, vault) => {
              const ids = await vault.add(names.map((name) => draft(name)));
              for (const [place, id] of ids.entries())
                model.entries.set(id, { issuer: names[place] ?? '', note: '', removed: false });
            }, at),
          ] as const,
      ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(page, fc.nat(), fc.string({ maxLength: 300 })).map(
      ([at, which, note]) =>
        [
          'edit',
          withKey(async (model, vault) => {
            const id = pick(idsOf(model, false), which);
            const held = id === undefined ? undefined : model.entries.get(id);
            if (id === undefined || !held) return;
            await vault.update(id, () => ({ note }));
            model.entries.set(id, { ...held, note });
          }, at),
        ] as const,
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(page, fc.nat(), fc.constantFrom('remove', 'restore', 'purge')).map(
      ([at, which, how]) =>
        [
          how,
          withKey(async (model, vault) => {
            const id = pick(idsOf(model, how !== 'remove'), which);
            const held = id === undefined ? undefined : model.entries.get(id);
            if (id === undefined || !held) return;
            if (how === 'purge') {
              await vault.trash.purge([id]);
              model.entries.delete(id);
            } else {
              await vault[how === 'remove' ? 'remove' : 'restore']([id]);
              model.entries.set(id, { ...held, removed: how === 'remove' });
            }
          }, at),
        ] as const,
    ),
  },
  {
    weight: 1,
    arbitrary: page.map(
      (at) =>
        [
          'lock',
          async (model: Model, real: Real) => {
            await pick(real.pages, at)?.lock();
            model.unlocked = false;
          },
        ] as const,
    ),
  },
  {
    weight: 3,
    arbitrary: page.map(
      (at) =>
        [
          'unlock',
          async (model: Model, real: Real) => {
            await pick(real.pages, at)?.unlock(model.passphrase);
            model.unlocked = true;
          },
        ] as const,
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(page, fc.nat(99)).map(
      ([at, number]) =>
        [
          'change the passphrase',
          async (model: Model, real: Real) => {
            const next = `passphrase ${number}`;
            await pick(real.pages, at)?.slots.changePassphrase(model.passphrase, next);
            model.passphrase = next;
          },
        ] as const,
    ),
  },
  {
    weight: 1,
    arbitrary: page.map(
      (at) =>
        ['rotate', withKey((model, vault) => vault.slots.rotate(model.passphrase), at)] as const,
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('nothing', 'primary gone', 'mirror gone').map(
      (loss) =>
        [
          `kill, ${loss}`,
          async (model: Model, real: Real) => {
            for (const vault of real.pages.splice(0)) vault.close();
            const store = loss === 'primary gone' ? 'primary' : 'mirror';
            if (loss !== 'nothing')
              await putBack(real.world, store, { head: null, records: new Map() });
            else await copyOf(real.world, store);
            real.world.restart();
            real.pages.push(real.world.open(), real.world.open());
            model.unlocked = loss !== 'nothing';
            // Repairs the lost store before another store is lost, because two stores can compensate for only one
            // loss.
            if (model.unlocked) {
              await real.pages[0]?.unlock(model.passphrase);
              await real.pages[0]?.list();
            }
          },
        ] as const,
    ),
  },
);
