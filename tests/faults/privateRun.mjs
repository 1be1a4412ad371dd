import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildHarness } from './buildHarness.mjs';
import { judge } from './judge.mjs';
import { openWriter } from './openWriter.mjs';

const starts = 3;
const changes = 20;

/**
 * Creates, changes and reopens a vault in a Firefox with permanent private browsing, which keeps no IndexedDB.
 * After each restart, the vault must open from the mirror alone, and the health report must say that only the
 * mirror holds the vault.
 * @returns {Promise<{ changes: number, wrong: string[] }>}
 */
export const privateRun = async () => {
  const folder = await buildHarness('firefox', {});
  const profile = mkdtempSync(join(tmpdir(), 'tessera-private-'));
  const setup = { kind: 'firefox', backend: '', folder, profile, mirror: true };
  const wrong = [];
  let known = { turn: 0, state: new Map() };
  try {
    for (let start = 0; start < starts; start++) {
      const privately = start === 0 ? 'first' : 'again';
      const writer = await openWriter({ ...setup, privately });
      const { found, state = [], findings = [], failed } = writer.answer;
      const alone = findings.map(({ kind, store }) => `${kind} ${store}`).join(', ');
      if (failed) {
        wrong.push(failed);
        await writer.kill();
        break;
      }
      if (found !== (start === 0 ? 'none' : 'locked')) wrong.push(`shown as ${found}`);
      if (start > 0 && alone !== 'store-unavailable primary') wrong.push(`told: "${alone}"`);
      const verdict = judge(known, start * changes, new Map(state));
      if (verdict.lost > 0 || verdict.mixed) wrong.push(`${verdict.lost} changes lost`);
      known = verdict;
      const last = (start + 1) * changes;
      await writer.write(known.turn + 1, last);
      while (writer.acknowledged() < last && !writer.failure()) await wait(20);
      if (writer.failure()) wrong.push(writer.failure());
      await writer.close();
    }
    return { changes: starts * changes, wrong };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  }
};
