import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildHarness } from './buildHarness.mjs';
import { fileDamages } from './fileDamages.mjs';
import { judge } from './judge.mjs';
import { openWriter } from './openWriter.mjs';

/** Returns what is wrong with the vault after a damage. */
const complaints = ({ found, findings = [], failed }, verdict) => [
  ...(failed ? [failed] : []),
  ...(found === 'locked' ? [] : [`shown as ${found}`]),
  ...(verdict.lost > 0 || verdict.mixed ? [`${verdict.lost} changes lost`] : []),
  ...(findings.length > 0 ? [] : ['nobody was told']),
];

/** Applies a sequence of damages to one profile. Returns what went wrong. */
const through = async (kind, folder, damages) => {
  const profile = mkdtempSync(join(tmpdir(), 'tessera-files-'));
  const open = () => openWriter({ kind, backend: 'leveldb', folder, profile, mirror: true });
  const wrong = [];
  let known = { turn: 0, state: new Map() };
  /** Makes some changes and kills the browser at once. */
  const writeOn = async (writer) => {
    const last = known.turn + 20;
    await writer.write(known.turn + 1, last);
    while (writer.acknowledged() < last && !writer.failure()) await wait(20);
    if (writer.failure()) wrong.push(`while writing: ${writer.failure()}`);
    await writer.kill();
    return last;
  };
  try {
    let acknowledged = await writeOn(await open());
    for (const { name, harm } of damages) {
      harm(profile);
      const writer = await open();
      const verdict = judge(known, acknowledged, new Map(writer.answer.state));
      wrong.push(...complaints(writer.answer, verdict).map((what) => `${name}: ${what}`));
      known = verdict;
      if (name === damages.at(-1)?.name) await writer.close();
      else acknowledged = await writeOn(writer);
    }
    return wrong;
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  }
};

/**
 * Damages the files of profiles while the browser is closed. The vault must open each time with every
 * acknowledged change, and report the damage.
 * @param {'chrome' | 'firefox'} kind
 * @returns {Promise<{ rounds: number, wrong: string[] }>}
 */
export const fileRun = async (kind) => {
  const folder = await buildHarness(kind, {});
  const wrong = [];
  try {
    for (const damages of fileDamages[kind]) wrong.push(...(await through(kind, folder, damages)));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  }
  return { rounds: fileDamages[kind].flat().length, wrong };
};
