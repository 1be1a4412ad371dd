// npm run faults
// npm run faults -- --kills 2000 [--rotate 5] [--backend leveldb|sqlite] [--browser chrome|firefox] [--control 10]
//   [--damage] [--private [--rounds 20] [--within 1000]] [--update COMMIT [--built FOLDER]]
// npm run faults -- --sync 200 [--server apache|rclone|nginx|lighttpd|npm] [--bad] [--control]
// Kills the browser while the built extension writes, 25 times by default, and counts the lost changes. --rotate
// changes the passphrase before every fifth change. --control tears LevelDB's log instead. Without the mirror the
// vault must be lost, and with the mirror it must survive. --damage damages the stores with browser APIs and in the
// browser's files, and checks the primitives in the browser. --private runs in a Firefox that always browses
// privately, and then in a normal and a private window at once. --rounds is the number of rounds for each delay
// between the saves of the two windows. --within is the maximum time in milliseconds for a change or a lock to reach
// the other window. --update fills a profile with the build of an earlier commit and opens it with the current build.
// --built names a folder with a build of that commit for this browser, which is then not built again. --sync kills a
// Chromium and a Firefox that edit one synced vault. With --bad, a proxy spoils every fifth request meanwhile, on
// average. With --control, a naive sync over one shared file replaces Tessera's and must lose changes.
import { damageRun } from './damageRun.mjs';
import { faultOptions } from './faultOptions.mjs';
import { fileRun } from './fileRun.mjs';
import { killRun } from './killRun.mjs';
import { syncRun } from './syncRun.mjs';
import { privateRun } from './privateRun.mjs';
import { updateRun } from './updateRun.mjs';
import { windowsRun } from './windowsRun.mjs';
import { tornTail } from './tornTail.mjs';

const values = faultOptions(process.argv.slice(2));

const show = (line) => process.stdout.isTTY && process.stdout.write(`\r${line}`);

let bad = 0;

const syncKills = Number(values.sync);
const isControl = syncKills > 0 && Number(values.control) > 0;

if (syncKills > 0) {
  // The control needs a server that ignores conditional requests, as most do, so that the naive sync loses changes.
  const server = values.server ?? (isControl ? 'rclone' : 'apache');
  const { bad: isBad } = values;
  const setup = { kills: syncKills, server, control: isControl, bad: isBad, onKill: show };
  const totals = await syncRun(setup);
  const { lost, back, unused, strange, failures, rounds } = totals;
  console.log(
    `Chromium and Firefox over ${server}${isControl ? ', one shared file' : ''}: ${totals.kills} kills, ` +
      `${totals.changes.join(' and ')} changes acknowledged, ${totals.syncs.join(' and ')} rounds between them, ${totals.spoiled} requests spoiled, ${lost.length} lost, ` +
      `${back.length} counters back, ${unused.length} used codes unused, ` +
      `${rounds === null ? 'NOT equal' : `equal after ${rounds} rounds`}, ${totals.files} files left`,
  );
  const wrong = [...lost, ...back, ...unused, ...strange, ...failures];
  for (const what of wrong.slice(0, 20)) console.log(what);
  if (isControl) bad += lost.length + back.length + unused.length > 0 ? 0 : 1;
  else bad += wrong.length + (rounds === null ? 1 : 0);
}

const torn = isControl ? 0 : Number(values.control);
for (let turn = 1; turn <= torn; turn++) {
  const without = await tornTail({ mirror: false });
  const mirrored = await tornTail({ mirror: true });
  if (!without.wipe || without.entries > 0) bad++;
  if (!mirrored.wipe || mirrored.entries === 0) bad++;
  console.log(
    `torn tail ${turn}: without the mirror ${without.wipe ? 'wiped' : 'NOT wiped'} (${without.found}), ` +
      `with it ${mirrored.wipe ? 'wiped underneath' : 'NOT wiped'}, ${mirrored.entries} entries there`,
  );
}

const kind = values.browser === 'firefox' ? 'firefox' : 'chrome';

if (values.damage) {
  const stores = await damageRun(kind);
  const files = await fileRun(kind);
  const wrong = [...stores.wrong, ...files.wrong];
  console.log(
    `${kind === 'firefox' ? 'Firefox' : 'Chromium'}: ${stores.rounds} damages of stores and ` +
      `${files.rounds} of files, ${stores.vectors} vectors of primitives, ${wrong.length} wrong`,
  );
  for (const what of wrong) console.log(what);
  bad += wrong.length;
}

if (values.private) {
  const { changes, wrong } = await privateRun();
  console.log(
    `Firefox, always private: ${changes} changes over 3 starts by the mirror alone, ${wrong.length} wrong`,
  );
  const windows = await windowsRun(Number(values.rounds), Number(values.within));
  console.log(
    `Firefox, a normal and a private window: ${windows.saves} saves at once, at most ${windows.slowest} ms ` +
      `from one to the other, ${windows.wrong.length} wrong`,
  );
  for (const what of [...wrong, ...windows.wrong]) console.log(what);
  bad += wrong.length + windows.wrong.length;
}

if (values.update) {
  const wrong = await updateRun({ kind, commit: values.update, built: values.built });
  console.log(
    `${kind === 'firefox' ? 'Firefox' : 'Chromium'}, updated from ${values.update}: vault, codes, preferences and ` +
      `companion compared, ${wrong.length} wrong`,
  );
  for (const what of wrong) console.log(what);
  bad += wrong.length;
}

const kills = Number(values.kills);
if (kills > 0) {
  const totals = await killRun({
    kind,
    backend: values.backend,
    kills,
    rotateEvery: Number(values.rotate),
    onKill: show,
  });
  console.log(
    `${kind === 'firefox' ? 'Firefox' : `Chromium, ${values.backend}`}: ${totals.kills} kills, ` +
      `${totals.wipes} wipes underneath, ${totals.healed} openings that healed, ` +
      `${totals.acknowledged} changes acknowledged, ${totals.lost} lost, ${totals.mixed} mixed states`,
  );
  console.log(`${totals.leaks.length} files of the profile hold anything in clear`);
  for (const file of totals.leaks) console.log(file);
  bad += totals.leaks.length;
  for (const failure of totals.failures) console.log(failure);
  bad += totals.lost + totals.mixed + totals.failures.length + (totals.kills < kills ? 1 : 0);
}
process.exit(bad === 0 ? 0 : 1);
