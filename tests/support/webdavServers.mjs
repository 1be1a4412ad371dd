import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The user account on both servers. */
export const person = { user: 'ada', password: 'app-pässword' };

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

const apacheConfiguration = (folder, port) => `
ServerRoot "${folder}"
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile "${folder}/apache.pid"
ErrorLog "${folder}/error.log"
CustomLog "${folder}/access.log" "%r %>s"
LogFormat "%r %>s" plain
Mutex file:${folder}
${[
  'mpm_event',
  'authn_core',
  'authn_file',
  'authz_core',
  'authz_user',
  'auth_basic',
  'dav',
  'dav_fs',
  'dav_lock',
]
  .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
  .join('\n')}
${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
DocumentRoot "${folder}/files"
DavLockDB "${folder}/lock/db"
<Directory "${folder}/files">
  Dav On
  AuthType Basic
  AuthName "files"
  AuthUserFile "${folder}/users"
  Require valid-user
</Directory>
`;

/** Writes the users file with the {SHA} hash of the password, as `htpasswd -s` does. */
const usersFile = async () => {
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha1').update(person.password, 'utf8').digest('base64');
  return `${person.user}:{SHA}${hash}\n`;
};

const starts = {
  async apache(folder, port) {
    for (const name of ['files', 'lock']) mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, 'users'), await usersFile());
    writeFileSync(join(folder, 'apache.conf'), apacheConfiguration(folder, port));
    const { chmodSync, chownSync } = await import('node:fs');
    chmodSync(folder, 0o755);
    if (process.getuid?.() === 0) {
      // 33 is the user id of www-data on Debian.
      for (const name of ['files', 'lock']) chownSync(join(folder, name), 33, 33);
    }
    return ['apache2', ['-f', join(folder, 'apache.conf'), '-DFOREGROUND']];
  },
  rclone(folder, port) {
    mkdirSync(join(folder, 'files'), { recursive: true });
    const { user, password } = person;
    return [
      'rclone',
      `serve webdav ${folder}/files --config ${folder}/rclone.conf --addr 127.0.0.1:${port}`
        .split(' ')
        .concat('--user', user, '--pass', password),
    ];
  },
};

/** The servers that the suite starts. */
export const serverNames = Object.keys(starts);

/**
 * Starts a real WebDAV server from Debian's package on loopback, with an empty folder.
 * @param {string} name one of `serverNames`
 */
export async function startWebdav(name) {
  const folder = mkdtempSync(join(tmpdir(), `tessera-${name}-`));
  const port = await freePort();
  const [command, parameters] = await starts[name](folder, port);
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
