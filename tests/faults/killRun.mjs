import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildHarness } from './buildHarness.mjs';
import { leaksIn } from './canaries.mjs';
import { judge } from './judge.mjs';
import { passphraseAfter } from './model.mjs';
import { openWriter } from './openWriter.mjs';

/** Returns for how many milliseconds the browser writes before it is killed: at least 20, less than 720. */
const writingTime = () => 20 + Math.random() * 700;

const wiped = ({ findings }) =>
  findings.some(({ kind, store }) => store === 'primary' && /^store-(empty|lost)$/.test(kind));

/**
 * Returns what is wrong with the passphrases that open the vault after change number `turn`, or null. Exactly one
 * may open it. It may be that of the next change, because the passphrase changes first.
 */
const wrongPassphrase = (accepted, turn, rotateEvery) => {
  const allowed = [turn, turn + 1].map((one) => passphraseAfter(one, rotateEvery));
  if (accepted.length !== 1) return `${accepted.length} passphrases open the vault`;
  return allowed.includes(accepted[0]) ? null : 'the old passphrase opens the vault';
};

/**
 * Kills the browser `kills` times while it writes. Compares the stored state with the changes that the vault had
 * acknowledged. Changes the passphrase, and thereby the vault key, before every `rotateEvery`th change (0 for never).
 * @param {{ kind: 'chrome' | 'firefox', backend: string, kills: number, rotateEvery?: number,
 *   onKill?: (line: string) => void }} setup
 */
export const killRun = async ({
  kind,
  backend,
  kills,
  rotateEvery = 0,
  onKill = () => undefined,
}) => {
  const folder = await buildHarness(kind, { mirror: true });
  const profile = mkdtempSync(join(tmpdir(), 'tessera-profile-'));
  const totals = {
    kills: 0,
    wipes: 0,
    healed: 0,
    acknowledged: 0,
    lost: 0,
    mixed: 0,
    leaks: [],
    failures: [],
  };
  let known = { turn: 0, state: new Map() };
  let acknowledged = 0;
  try {
    for (let round = 0; round <= kills; round++) {
      const writer = await openWriter({ kind, backend, folder, profile, mirror: true });
      const { answer } = writer;
      if (answer.failed || answer.found === 'damaged' || (round > 0 && answer.found === 'none')) {
        totals.failures.push(`round ${round}: ${answer.failed ?? answer.found}`);
        await writer.kill();
        break;
      }
      if (round > 0) {
        if (wiped(answer)) totals.wipes++;
        if (answer.findings.length > 0) totals.healed++;
        const verdict = judge(known, acknowledged, new Map(answer.state));
        totals.lost += verdict.lost;
        if (verdict.mixed) totals.mixed++;
        known = verdict;
        const wrong = wrongPassphrase(answer.accepted, known.turn, rotateEvery);
        if (wrong && !verdict.mixed) totals.failures.push(`round ${round}: ${wrong}`);
      }
      if (round === kills) {
        await writer.close();
        break;
      }
      await writer.write(known.turn + 1, known.turn + 100_000, rotateEvery);
      await wait(writingTime());
      await writer.kill();
      if (writer.failure()) totals.failures.push(`round ${round}: ${writer.failure()}`);
      acknowledged = Math.max(known.turn, writer.acknowledged());
      totals.acknowledged += acknowledged - known.turn;
      totals.kills++;
      onKill(`${totals.kills} kills, ${totals.acknowledged} acknowledged, ${totals.wipes} wipes`);
    }
    totals.leaks = leaksIn(profile);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  }
  return totals;
};
