import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

/** Menus and windows are larger, tooltips and what helps the window manager are not; in pixels. */
const leastSide = 100;

const ended = (child) =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(undefined);
    else child.once('exit', resolve);
  });

/**
 * Starts an X display of its own that nobody sees, with a small window manager, so that windows have
 * focus and keys reach them as a person's do.
 * @returns {Promise<{ env: Record<string, string>, press: (key: string) => Promise<void>, countWindows: () => Promise<number>, lockScreen: () => Promise<void>, unlockScreen: () => Promise<void>, close: () => Promise<void> }>}
 *   `press` takes a key in xdotool's words, such as `alt+comma`. `countWindows` counts the open windows and
 *   menus. `lockScreen` says what a screen saver says when it locks (a property of the root window), which is
 *   what browsers go by.
 */
export const openDisplay = async ({ width = 1280, height = 900 } = {}) => {
  // Xvfb picks a free number itself and writes it to the fourth pipe.
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const number = await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(new Error('Xvfb ended at once')));
    server.stdio[3]?.once('data', (chunk) => resolve(String(chunk).trim()));
  });
  const env = { ...process.env, DISPLAY: `:${number}` };
  const manager = spawn('openbox', [], { env, stdio: 'ignore' });

  const run = (tool, ...words) => ended(spawn(tool, words, { env, stdio: 'ignore' }));
  const read = promisify(execFile);
  const press = (key) => run('xdotool', 'key', '--clearmodifiers', key);
  const countWindows = async () => {
    const { stdout } = await read('xwininfo', ['-root', '-children'], { env });
    return [...stdout.matchAll(/ (\d+)x(\d+)[+-]/g)].filter(
      ([, wide, high]) => Number(wide) >= leastSide && Number(high) >= leastSide,
    ).length;
  };
  const status = '_SCREENSAVER_STATUS';
  const lockScreen = () => run('xprop', '-root', '-f', status, '32a', '-set', status, 'LOCK');
  const unlockScreen = () => run('xprop', '-root', '-remove', status);
  // In a corner: a menu that opens under the pointer has an item chosen at once.
  await run('xdotool', 'mousemove', String(width - 1), String(height - 1));
  const close = async () => {
    for (const child of [manager, server]) {
      child.kill();
      await ended(child);
    }
  };
  return { env, press, countWindows, lockScreen, unlockScreen, close };
};
