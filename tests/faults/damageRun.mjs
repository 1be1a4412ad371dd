import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildHarness } from './buildHarness.mjs';
import { openWriter } from './openWriter.mjs';

const isWelcome = (page) =>
  page.evaluate(`location.pathname === '/manage.html'`).catch(() => false);

/**
 * Closes the page that opens at installation once it is open. It would read and repair the stores of one vault while
 * the next one is damaged.
 */
const closeWelcome = async ({ browser, page }) => {
  for (let attempt = 0; attempt < 100; attempt++) {
    for (const one of await browser.pages())
      if (one !== page && (await isWelcome(one))) return one.close();
    await wait(100);
  }
  throw new Error('The welcome page did not open');
};

/**
 * Damages the stores of the built extension with APIs of a real browser, every kind of damage in each store and
 * in both. Also checks the published vectors of the primitives in that browser.
 * @param {'chrome' | 'firefox'} kind
 * @returns {Promise<{ rounds: number, wrong: string[], vectors: number }>}
 */
export const damageRun = async (kind) => {
  const folder = await buildHarness(kind, { source: 'tests/faults/damage.ts' });
  const profile = mkdtempSync(join(tmpdir(), 'tessera-damage-'));
  try {
    const opened = await openWriter({ kind, backend: 'leveldb', folder, profile, mirror: true });
    await closeWelcome(opened);
    const { rounds, wrong } = await opened.page.evaluate(() => globalThis.damage());
    const checked = await opened.page.evaluate(() => globalThis.primitives());
    await opened.close();
    const mistaken = checked
      .filter((one) => one.wrong.length > 0)
      .map((one) => `${one.name}: the vectors ${one.wrong.join(', ')} come out otherwise`);
    const vectors = checked.reduce((sum, one) => sum + one.vectors, 0);
    return { rounds, wrong: [...wrong, ...mistaken], vectors };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  }
};
