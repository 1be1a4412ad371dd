import { spawn, spawnSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { openDisplay } from '../support/display.mjs';

for (const kind of ['chrome', 'firefox'])
  test(`npm start opens ${kind} with the welcome page`, async () => {
    const display = await openDisplay();
    // Runs what `npm start` runs after the build, on a temporary profile.
    const browser = spawn('node', ['tests/support/openBrowser.mjs', kind, 'fresh'], {
      env: display.env,
      stdio: 'ignore',
    });
    const windows = () =>
      spawnSync('xdotool', ['search', '--name', 'Tessera'], {
        env: display.env,
        encoding: 'utf8',
      });
    await expect.poll(() => windows().stdout.trim()).not.toBe('');
    const ended = new Promise((resolve) => {
      browser.once('exit', resolve);
    });
    browser.kill();
    await ended;
    await display.close();
  });
