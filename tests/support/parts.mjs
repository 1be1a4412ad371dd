import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  playwrightCounts,
  playwrightFailures,
  trusted,
  vitestCounts,
  vitestFailures,
} from './counts.mjs';
import { runKept } from './processes.mjs';
import { slowUnitTests } from './slowUnitTests.mjs';

/**
 * Returns a part of the suite that passes or fails as a whole. Two consecutive parts of this kind run in parallel,
 * because each uses little more than one core. A part that is `alone` runs by itself.
 */
const step = (name, command, args, { needs = [], after = [], alone = false } = {}) => ({
  name,
  needs,
  after,
  besideOthers: !alone,
  run: async () => {
    const result = await runKept(command, args, { minutes: 20 });
    return { counts: { passed: result.ok ? 1 : 0, failed: result.ok ? 0 : 1 }, result };
  },
});

const readReport = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
};

/** Returns a part of the suite that counts its own tests in a JSON report. */
const suite = ({ name, needs, after = [], minutes, countsOf, failuresOf, command }) => ({
  name,
  needs,
  after,
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tessera-tests-'));
    const file = join(folder, 'report.json');
    const { program, args, env = {} } = command(file);
    const result = await runKept(program, args, { env, minutes });
    const report = readReport(file);
    rmSync(folder, { recursive: true });
    return {
      counts: trusted(report && countsOf(report), result.ok),
      failures: report ? failuresOf(report) : [],
      result,
    };
  },
});

const vitest = (name, minutes, needs, { more = [], env } = {}) =>
  suite({
    name,
    minutes,
    needs,
    countsOf: vitestCounts,
    failuresOf: vitestFailures,
    command: (file) => ({
      program: 'vitest',
      args: [
        'run',
        '--config=tests/vitest.config.ts',
        `--project=${name}`,
        '--reporter=dot',
        '--reporter=json',
        `--outputFile.json=${file}`,
        ...more,
      ],
      env,
    }),
  });

const faults = (name, browser, build, ...args) =>
  step(name, 'node', ['tests/faults/run.mjs', ...args], { needs: [browser], after: [build] });

const kills = (name, browser, build, count, ...args) =>
  faults(name, browser, build, '--kills', count, '--rotate', '8', ...args);

const syncFaults = (name, server, ...args) =>
  step(name, 'node', ['tests/faults/run.mjs', '--sync', '6', ...args], {
    needs: ['Chromium', 'Firefox', server],
    after: ['chromium', 'firefox'],
  });

/** Folders of unit tests that replace globals or parts of the browser, so that each file needs a fresh context. */
const isolated = ['authenticator', 'messages', 'platform', 'stores'].map(
  (name) => `tests/unit/${name}/`,
);

const excluding = (files) => files.map((file) => `--exclude=${file}`);

/** Runs the fast unit tests. All files but the isolated ones share one context, which halves the time. */
const fastUnitTests = async () => {
  const env = { COMPANION_STORES: 'memory' };
  const slow = excluding(slowUnitTests);
  const shared = excluding(isolated.map((folder) => `${folder}**`));
  return [
    await vitest('unit', 5, [], { more: [...isolated, ...slow], env }).run(),
    await vitest('unit', 5, [], { more: ['--no-isolate', ...slow, ...shared], env }).run(),
  ];
};

const sum = (values) => values.reduce((total, value) => total + value, 0);

/**
 * The part to run between two edits: lint, types, unused code, and every fast test that needs no browser. The
 * companion's tests run only with the in-memory store.
 */
const quick = {
  name: 'quick',
  needs: ['oathtool', 'zbarimg', 'python3'],
  after: [],
  onDemand: true,
  run: async () => {
    const checks = await Promise.all([
      runKept('oxlint', []),
      runKept('tsc', ['--noEmit', '--incremental', '--tsBuildInfoFile', '.wxt/tsc.tsbuildinfo']),
      runKept('knip', ['--config', 'tests/knip.jsonc']),
    ]);
    const unit = await fastUnitTests();
    const broken = checks.filter(({ ok }) => !ok);
    const results = unit.map(({ result }) => result);
    return {
      counts: {
        passed: sum(unit.map(({ counts }) => counts.passed)) + checks.length - broken.length,
        failed: sum(unit.map(({ counts }) => counts.failed)) + broken.length,
      },
      failures: unit.flatMap(({ failures }) => failures),
      result: {
        output: [...broken, ...results].map(({ output }) => output).join('\n'),
        seconds:
          sum(results.map(({ seconds }) => seconds)) +
          Math.max(...checks.map(({ seconds }) => seconds)),
      },
    };
  },
};

/**
 * The whole suite, in an order in which fast failures come first. `needs` lists tools. `after` lists parts that a
 * part depends on. They also run when the part is requested alone.
 */
export const parts = [
  quick,
  step('lint', 'npm', ['run', '--silent', 'lint']),
  step('format', 'prettier', ['--check', '.']),
  step('types', 'tsc', ['--noEmit']),
  step('openapi', 'node', ['tests/openApi/run.mjs']),
  vitest('unit', 30, ['Chromium', 'oathtool', 'zbarimg', 'python3']),
  step('chromium', 'wxt', ['build'], { alone: true }),
  step('firefox', 'wxt', ['build', '-b', 'firefox'], { alone: true }),
  vitest('component', 15, ['Chromium']),
  suite({
    name: 'e2e',
    after: ['chromium', 'firefox'],
    needs: 'Chromium Firefox Xvfb openbox xdotool xprop xwininfo oathtool zbarimg'.split(' '),
    minutes: 40,
    countsOf: playwrightCounts,
    failuresOf: playwrightFailures,
    command: (file) => ({
      program: 'playwright',
      args: ['test', '-c', 'tests/e2e/playwright.config.ts', '--reporter', 'list,json'],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    }),
  }),
  faults('damage', 'Chromium', 'chromium', '--damage'),
  faults('damage-firefox', 'Firefox', 'firefox', '--damage', '--browser', 'firefox'),
  // On a busy machine, a change may take longer than a second to reach the other window.
  faults(
    'private-firefox',
    'Firefox',
    'firefox',
    '--private',
    '--rounds',
    '5',
    '--within',
    '10000',
  ),
  // The fault tests kill a browser about a hundred times in all, also while the passphrase changes. Each control runs before the fault
  // tests that depend on it, and shows that they would detect a loss.
  faults('torn-log', 'Chromium', 'chromium', '--control', '2'),
  kills('kills', 'Chromium', 'chromium', '25'),
  kills('kills-sqlite', 'Chromium', 'chromium', '15', '--backend', 'sqlite'),
  kills('kills-firefox', 'Firefox', 'firefox', '10', '--browser', 'firefox'),
  syncFaults('sync-faults-control', 'rclone', '--control'),
  syncFaults('sync-faults', 'apache2', '--bad'),
];
