import { spawn, spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The absolute path of the project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const windows = process.platform === 'win32';

/** Puts the project's own tools first in PATH, including its Node, because the machine's Node may be too old. */
const environment = (extra = {}) => ({
  ...process.env,
  ...extra,
  PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
});

/** Runs a command in the project's folder with its output shown. Returns whether it succeeded. */
export const runShown = (command, args) =>
  spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: windows })
    .status === 0;

/** Runs a script like `runShown`, with the project's own Node and packages. */
export const runShownWithOwnNode = (script, args) =>
  spawnSync('node', [script, ...args], {
    cwd: root,
    env: environment(),
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: windows,
  }).status === 0;

/**
 * Runs a command in the project's folder and returns its output. Kills the command and all its children after
 * `minutes`.
 * @returns {Promise<{ ok: boolean, output: string, seconds: number }>}
 */
export const runKept = (command, args, { env = {}, minutes = 10 } = {}) =>
  new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(command, args, {
      cwd: root,
      env: environment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: windows,
      detached: !windows,
    });
    let output = '';
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const watchdog = setTimeout(() => {
      keep(`\nStopped: still running after ${minutes} minutes.\n`);
      if (child.pid !== undefined) process.kill(windows ? child.pid : -child.pid, 'SIGKILL');
    }, minutes * 60_000);
    const settle = (ok) => {
      clearTimeout(watchdog);
      resolve({ ok, output, seconds: (performance.now() - started) / 1000 });
    };
    child.on('error', (error) => {
      keep(`${error.message}\n`);
      settle(false);
    });
    child.on('close', (code) => settle(code === 0));
  });
