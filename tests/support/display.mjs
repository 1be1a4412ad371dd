import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * Minimum side of a counted window, in pixels. Menus and windows are larger. Tooltips and the window manager's
 * helpers are smaller.
 */
const leastSide = 100;

const ended = (child) =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(undefined);
    else child.once('exit', resolve);
  });

/**
 * Starts an invisible X display with a small window manager, so that windows have focus and receive keys like a
 * person's.
 * @returns {Promise<{ env: Record<string, string>, press: (key: string) => Promise<void>, countWindows: () => Promise<number>, lockScreen: () => Promise<void>, unlockScreen: () => Promise<void>, close: () => Promise<void> }>}
 *   `press` takes a key by xdotool's name, such as `alt+comma`. `countWindows` counts the shown windows and
 *   menus. `lockScreen` sets the property of the root window that screen savers set when they lock, which
 *   browsers observe.
 */
export const openDisplay = async ({ width = 1280, height = 900 } = {}) => {
  // Xvfb picks a free display number and writes it to the fourth pipe.
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
  /** Whether a window is shown. Firefox keeps the window of a closed menu. */
  const isViewable = (id) =>
    read('xwininfo', ['-id', id], { env }).then(
      ({ stdout }) => stdout.includes('IsViewable'),
      () => false,
    );
  const countWindows = async () => {
    const { stdout } = await read('xwininfo', ['-root', '-children'], { env });
    const large = [...stdout.matchAll(/^ +(0x[0-9a-f]+) .* (\d+)x(\d+)[+-]/gm)].filter(
      ([, , wide, high]) => Number(wide) >= leastSide && Number(high) >= leastSide,
    );
    const shown = await Promise.all(large.map(([, id]) => isViewable(id)));
    return shown.filter(Boolean).length;
  };
  const status = '_SCREENSAVER_STATUS';
  const lockScreen = () => run('xprop', '-root', '-f', status, '32a', '-set', status, 'LOCK');
  const unlockScreen = () => run('xprop', '-root', '-remove', status);
  // Moves the pointer into a corner, because a menu that opens under the pointer selects an item immediately.
  await run('xdotool', 'mousemove', String(width - 1), String(height - 1));
  const close = async () => {
    for (const child of [manager, server]) {
      child.kill();
      await ended(child);
    }
  };
  return { env, press, countWindows, lockScreen, unlockScreen, close };
};
