import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { starts } from './webdavStarts.mjs';

export { person } from './webdavStarts.mjs';

/** Returns a free port of this machine. */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** The servers that the suite starts. */
export const serverNames = ['apache', 'rclone'];

/**
 * Starts a real WebDAV server on loopback, with an empty folder: `apache`, `rclone`, `nginx` (nginx-light and
 * libnginx-mod-http-dav-ext) or `lighttpd` (with lighttpd-mod-webdav) from Debian's packages, or `npm` for the package
 * webdav-server, which is fetched.
 * @param {string} name
 */
export async function startWebdav(name) {
  const folder = mkdtempSync(join(tmpdir(), `tessera-${name}-`));
  const port = await freePort();
  const [command, parameters] = starts[name](folder, port);
  const path = `${process.env.PATH}:/usr/sbin`;
  const child = spawn(command, parameters, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, PATH: path },
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  const address = `http://127.0.0.1:${port}/`;
  const stop = () =>
    new Promise((resolve) => {
      child.once('exit', resolve);
      if (child.exitCode !== null) resolve(undefined);
      child.kill('SIGTERM');
    }).then(() => rmSync(folder, { recursive: true, force: true }));
  for (let turn = 0; turn < 200; turn++) {
    const up = await fetch(address).then(
      () => true,
      () => false,
    );
    if (up) return { address, port, files: join(folder, 'files'), folder, stop };
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${name} did not start: ${said}`);
}
