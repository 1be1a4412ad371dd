import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildHarness } from './buildHarness.mjs';
import { openWriter } from './openWriter.mjs';

/** Returns the LevelDB log that holds the vault's newest changes. */
const logOf = (profile, extensionId) => {
  const folder = join(
    profile,
    'Default',
    'IndexedDB',
    `chrome-extension_${extensionId}_0.indexeddb.leveldb`,
  );
  const logs = readdirSync(folder).filter((name) => name.endsWith('.log'));
  return join(folder, logs.toSorted().at(-1) ?? '');
};

/**
 * Tears the tail of LevelDB's log as a kill sometimes does: the next start reads well and appends after
 * the tear, and the start after that finds the whole database unreadable. Returns whether the data loss
 * was visible, and whether everything acknowledged survived.
 * @param {{ mirror: boolean }} options `mirror: false` is the control without the mirror
 */
export const tornTail = async ({ mirror }) => {
  const folder = await buildHarness('chrome', { mirror });
  const profile = mkdtempSync(join(tmpdir(), 'tessera-torn-'));
  const open = () => openWriter({ kind: 'chrome', backend: 'leveldb', folder, profile, mirror });
  try {
    const first = await open();
    await first.write(1, 40);
    while (first.acknowledged() < 40 && !first.failure()) await wait(20);
    await first.kill();
    const log = logOf(profile, first.extensionId);
    truncateSync(log, statSync(log).size - 100);
    const second = await open();
    const before = second.acknowledged();
    await second.write(41, 60);
    while (second.acknowledged() < Math.max(60, before) && !second.failure()) await wait(20);
    await second.kill();
    const third = await open();
    const { found, state, findings = [], failed } = third.answer;
    await third.kill();
    const wipe =
      found === 'none' ||
      found === 'damaged' ||
      findings.some(({ kind }) => /empty|lost/.test(kind));
    return { wipe, found: failed ?? found, entries: state?.length ?? 0, findings };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  }
};
