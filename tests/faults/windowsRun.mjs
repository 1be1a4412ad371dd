import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildHarness } from './buildHarness.mjs';
import { openWriter } from './openWriter.mjs';

/** Milliseconds between the two windows' saves. */
const delays = [0, 20, 60, 150];

const patience = 30_000;

/** Opens the harness in a private window beside the normal window. Returns its page. */
async function openPrivately({ browser, page }) {
  await page.evaluate(`browser.windows.create({ url: '/faults.html', incognito: true })`);
  for (const until = Date.now() + patience; Date.now() < until; await wait(50))
    for (const one of await browser.pages()) {
      if (one === page) continue;
      const isIt = `location.pathname === '/faults.html' && browser.extension.inIncognitoContext`;
      if (await one.evaluate(isIt).catch(() => false)) return one;
    }
  throw new Error('Firefox did not open the private window');
}

const until = async (what, isSo) => {
  const start = Date.now();
  while (!(await isSo().catch(() => false))) {
    if (Date.now() - start > patience) throw new Error(`${what} never came`);
    await wait(10);
  }
  return Date.now() - start;
};

/**
 * Saves from a normal and a private window of one Firefox at the same time, then locks each window while the
 * other is open. Both windows must have every acknowledged account.
 * @param {number} rounds rounds of two saves for each delay
 * @param {number} within maximum time in milliseconds for a change or a lock to reach the other window
 * @returns {Promise<{ saves: number, slowest: number, wrong: string[] }>}
 */
export const windowsRun = async (rounds, within) => {
  const folder = await buildHarness('firefox', {});
  const profile = mkdtempSync(join(tmpdir(), 'tessera-windows-'));
  const setup = { kind: 'firefox', backend: '', folder, profile, mirror: true };
  const writer = await openWriter({ ...setup, privately: 'beside' });
  const wrong = [];
  let slowest = 0;
  try {
    const secret = await openPrivately(writer);
    const pages = { normal: writer.page, private: secret };
    await until('the private window', () => secret.evaluate(`typeof save === 'function'`));
    await until('the open vault', () => secret.evaluate(`state().then((is) => is === 'unlocked')`));
    const acknowledged = [];
    const save = async (window, name) => {
      const failed = await pages[window].evaluate((one) => globalThis.save(one), name);
      if (failed) wrong.push(`${window}: ${failed}`);
      else acknowledged.push(name);
    };
    for (const delay of delays)
      for (let round = 0; round < rounds; round++)
        await Promise.all([
          save(round % 2 ? 'normal' : 'private', `${delay} ${round} first`),
          wait(delay).then(() =>
            save(round % 2 ? 'private' : 'normal', `${delay} ${round} second`),
          ),
        ]);
    for (const [window, page] of Object.entries(pages)) {
      const there = new Set(await page.evaluate(`names()`));
      const lost = acknowledged.filter((name) => !there.has(name));
      if (lost.length > 0)
        wrong.push(`${window} lacks ${lost.length}: ${lost.slice(0, 5).join(', ')}`);
    }
    const findings = await secret.evaluate(`check()`);
    if (findings.length > 0) wrong.push(`after the saves: ${JSON.stringify(findings)}`);
    for (const [here, there] of [
      [pages.normal, pages.private],
      [pages.private, pages.normal],
    ]) {
      for (const [what, act] of [
        ['change', `save('notice ' + Math.random())`],
        ['locked', `lock()`],
        ['unlocked', `open()`],
      ]) {
        const before = await there.evaluate(`heard`);
        await here.evaluate(`void ${act}`);
        const state = what === 'locked' ? 'locked' : 'unlocked';
        if (what === 'unlocked')
          await until('the unlocking', () =>
            here.evaluate(`state().then((is) => is === 'unlocked')`),
          );
        const took = await until(`${what} in the other window`, () =>
          there.evaluate(
            (from, wanted) =>
              globalThis.state().then((is) => globalThis.heard > from && is === wanted),
            before,
            state,
          ),
        );
        slowest = Math.max(slowest, took);
        if (took > within) wrong.push(`${what} took ${took} ms to the other window`);
      }
    }
    return { saves: acknowledged.length, slowest, wrong };
  } finally {
    await writer.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  }
};
