import { spawn } from 'node:child_process';

const ended = (child) =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(undefined);
    else child.once('exit', resolve);
  });

/**
 * Starts an X display of its own that nobody sees, with a small window manager, so that windows have
 * focus and keys reach them as a person's do.
 * @returns {Promise<{ env: Record<string, string>, press: (key: string) => Promise<void>, lockScreen: () => Promise<void>, unlockScreen: () => Promise<void>, close: () => Promise<void> }>}
 *   `press` takes a key in xdotool's words, such as `alt+shift+y`. `lockScreen` says what a screen saver
 *   says when it locks (a property of the root window), which is what browsers go by.
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
  const press = (key) => run('xdotool', 'key', '--clearmodifiers', key);
  const status = '_SCREENSAVER_STATUS';
  const lockScreen = () => run('xprop', '-root', '-f', status, '32a', '-set', status, 'LOCK');
  const unlockScreen = () => run('xprop', '-root', '-remove', status);
  const close = async () => {
    for (const child of [manager, server]) {
      child.kill();
      await ended(child);
    }
  };
  return { env, press, lockScreen, unlockScreen, close };
};
