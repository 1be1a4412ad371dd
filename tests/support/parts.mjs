import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playwrightCounts, trusted, vitestCounts } from './counts.mjs';
import { runKept } from './processes.mjs';

/** A part that passes or fails as a whole. */
const step = (name, command, args) => ({
  name,
  run: async () => {
    const result = await runKept(command, args);
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

/** A part that counts its own tests, into a JSON report. */
const suite = ({ name, needs, minutes, countsOf, command }) => ({
  name,
  needs,
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tessera-tests-'));
    const file = join(folder, 'report.json');
    const { program, args, env = {} } = command(file);
    const result = await runKept(program, args, { env, minutes });
    const report = readReport(file);
    rmSync(folder, { recursive: true });
    return { counts: trusted(report && countsOf(report), result.ok), result };
  },
});

const vitest = (name, minutes, needs) =>
  suite({
    name,
    minutes,
    needs,
    countsOf: vitestCounts,
    command: (file) => ({
      program: 'vitest',
      args: [
        'run',
        '--config=tests/vitest.config.ts',
        `--project=${name}`,
        '--reporter=dot',
        '--reporter=json',
        `--outputFile.json=${file}`,
      ],
    }),
  });

/** The whole suite in its order: what is quick to fail comes first. */
export const parts = [
  step('lint', 'oxlint', ['--type-aware']),
  step('format', 'prettier', ['--check', '.']),
  step('types', 'tsc', ['--noEmit']),
  vitest('unit', 20, ['Chromium', 'oathtool', 'zbarimg', 'python3']),
  step('chromium', 'wxt', ['build']),
  step('firefox', 'wxt', ['build', '-b', 'firefox']),
  vitest('component', 10, ['Chromium']),
  suite({
    name: 'e2e',
    needs: ['Chromium', 'Firefox', 'Xvfb', 'openbox', 'xdotool', 'oathtool', 'zbarimg'],
    minutes: 30,
    countsOf: playwrightCounts,
    command: (file) => ({
      program: 'playwright',
      args: ['test', '-c', 'tests/e2e/playwright.config.ts', '--reporter', 'list,json'],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    }),
  }),
  // A hundred kills in all, and the control without which they would prove nothing.
  step('torn-log', 'node', ['tests/faults/run.mjs', '--control', '2']),
  step('kills', 'node', ['tests/faults/run.mjs', '--kills', '50']),
  step('kills-sqlite', 'node', ['tests/faults/run.mjs', '--kills', '30', '--backend', 'sqlite']),
  step('kills-firefox', 'node', ['tests/faults/run.mjs', '--kills', '20', '--browser', 'firefox']),
];
