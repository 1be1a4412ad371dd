import { readdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { person, startWebdav } from '../support/webdavServers.mjs';
import { badLine } from './badLine.mjs';
import { buildHarness } from './buildHarness.mjs';
import { openWriter } from './openWriter.mjs';
import { enter, newLedger, print, verdictOn } from './syncJudge.mjs';

/** Gap between the change numbers of two starts. An unacknowledged change may be saved, so its number isn't reused. */
const gap = 1000;

/** Maximum number of rounds that each browser needs at the end. */
const mostRounds = 4;

/** Returns how many changes a browser makes before it is killed. */
const changesPerLife = () => 2 + Math.floor(Math.random() * 20);

/** Returns the time in milliseconds between the last of these changes and the kill. */
const respite = () => Math.random() * 300;

/** Timeout in milliseconds for the changes between two kills, on a slow and busy machine. */
const patience = 120_000;

/** Matches the list of the pages that may call sync, in the built background. */
const callers = /([`'"]sync\/call[`'"]: ?\[)/;

/**
 * Builds the harness for a browser, with the host permission for 127.0.0.1 that a user would grant. Its page may call
 * sync as the page "Sync" does. Returns the folder of the build.
 */
async function allowedHarness(kind) {
  const folder = await buildHarness(kind, { source: 'tests/faults/syncWriter.ts' });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: ['http://127.0.0.1/*'] }));
  const background = join(folder, 'background.js');
  const text = readFileSync(background, 'utf8');
  if (!callers.test(text)) throw new Error('The background names no page that may call sync');
  writeFileSync(background, text.replace(callers, '$1"/faults.html",'));
  return folder;
}

/** Creates one of the two browsers, with the ledger of its acknowledged changes. */
async function newDevice(kind, letter) {
  const folder = await allowedHarness(kind);
  const profile = mkdtempSync(join(tmpdir(), 'tessera-sync-'));
  const ledger = newLedger(letter);
  const device = { kind, letter, folder, profile, ledger, writer: null, rounds: 0 };
  const onSaid = ({ done, synced }) => {
    if (done) enter(ledger, done);
    if (synced) device.rounds++;
  };
  device.open = async () => {
    const setup = { kind, backend: 'leveldb', folder, profile, mirror: true, onSaid };
    device.writer = await openWriter(setup);
    const { failed, found, state } = device.writer.answer;
    if (failed || found === 'damaged') throw new Error(`${kind}: ${failed ?? found}`);
    return state;
  };
  device.ask = (code, ...parameters) => device.writer.page.evaluate(code, ...parameters);
  device.call = (method, ...parameters) =>
    device.ask((name, all) => globalThis.call(name, all), method, parameters);
  device.remove = () => {
    for (const path of [folder, profile])
      rmSync(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  };
  return device;
}

/** Connects the first browser and pairs the second, as a user does. */
async function pair(first, second, address) {
  const place = { kind: 'webdav', address: `${address}Tessera`, ...person };
  await first.call('connect', place, 'Chromium');
  const { text } = await first.call('startPairing', true);
  await second.call('startJoin', text, null, 'Firefox');
  const { state } = await first.call('pollPairing');
  if (state !== 'digits') throw new Error(`The pairing is ${state}`);
  await first.call('confirmPairing');
  await second.call('pollJoin');
  await second.call('finishJoin');
  await first.call('pollPairing');
}

const edit = (device) =>
  device.ask(
    (letter, first) => globalThis.edit(letter, first),
    device.letter,
    device.ledger.turn + gap,
  );

/** Waits until the browser has acknowledged `count` more changes. */
async function changes({ ledger, writer }, count) {
  const wanted = ledger.changes + count;
  for (const until = Date.now() + patience; Date.now() < until; await wait(5))
    if (ledger.changes >= wanted || writer.failure()) return;
  throw new Error(`Browser ${ledger.device} makes no changes`);
}

/** Syncs both browsers in turn until their states are equal. Returns the number of rounds, or null at the limit. */
async function settle(devices, failures) {
  for (let round = 1; round <= mostRounds; round++) {
    for (const device of devices) {
      const failure = await device.ask('settle()');
      if (failure) failures.add(`${device.kind}: ${failure}`);
    }
    const [one, two] = await Promise.all(devices.map((device) => device.ask('entries()')));
    if (print(one) === print(two)) return round;
  }
  return null;
}

/**
 * Two browsers, Chromium and Firefox, edit and sync over one WebDAV server. Each is killed at random moments and
 * opened again, `kills` times in all. Then both must have every acknowledged change.
 * @param {{ kills: number, server: string, control: boolean, bad: boolean, onKill?: (line: string) => void }} setup
 * `control` replaces Tessera's sync with a naive one over one shared file. `bad` puts a proxy before the server,
 * which spoils requests while the browsers edit
 */
export const syncRun = async ({ kills, server: name, control, bad, onKill = () => undefined }) => {
  const server = await startWebdav(name);
  const line = await badLine(server.port);
  const { address } = bad ? line : server;
  const devices = [await newDevice('chrome', 'c'), await newDevice('firefox', 'f')];
  const found = { lost: new Set(), back: new Set(), unused: new Set(), strange: new Set() };
  const failures = new Set();
  const authorization = `Basic ${Buffer.from(`${person.user}:${person.password}`).toString('base64')}`;
  let killed = 0;

  const judge = (ledger, state) => {
    for (const [what, all] of Object.entries(verdictOn(ledger, state)))
      for (const one of all) found[what].add(one);
  };
  const begin = (device) =>
    control
      ? device.ask(
          (...all) => globalThis.useSharedFile(...all),
          `${address}shared.json`,
          authorization,
        )
      : undefined;
  /** Edits in a browser, kills it and opens it again, until `kills` kills were made in both browsers together. */
  const live = async (device) => {
    for (;;) {
      await edit(device);
      await changes(device, changesPerLife());
      await wait(respite());
      if (killed >= kills) break;
      killed++;
      await device.writer.kill();
      if (device.writer.failure()) failures.add(`${device.kind}: ${device.writer.failure()}`);
      onKill(`${killed} kills, ${devices.reduce((sum, { ledger }) => sum + ledger.changes, 0)}`);
      judge(device.ledger, await device.open());
      await begin(device);
    }
    await device.ask('stop()');
    if (device.writer.failure()) failures.add(`${device.kind}: ${device.writer.failure()}`);
  };

  try {
    for (const device of devices) await device.open();
    if (!control) await pair(devices[0], devices[1], address);
    for (const device of devices) await begin(device);
    for (const device of devices)
      await device.ask((letter) => globalThis.seed(letter), device.letter);
    await settle(devices, failures);
    line.begin();
    await Promise.all(devices.map(live));
    line.end();
    const rounds = await settle(devices, failures);
    // The pages' messages about the last changes may still be on their way.
    await wait(200);
    for (const device of devices)
      for (const { ledger } of devices) judge(ledger, await device.ask('entries()'));
    const files = control ? 0 : readdirSync(join(server.files, 'Tessera')).length;
    return {
      kills: killed,
      changes: devices.map(({ ledger }) => ledger.changes),
      syncs: devices.map((device) => device.rounds),
      rounds,
      spoiled: line.spoiled(),
      files,
      failures: [...failures],
      ...Object.fromEntries(Object.entries(found).map(([what, all]) => [what, [...all]])),
    };
  } finally {
    await Promise.all(devices.map(({ writer }) => writer?.kill().catch(() => undefined)));
    for (const device of devices) device.remove();
    await line.stop();
    await server.stop();
  }
};
