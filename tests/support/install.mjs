import { existsSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { executable, findChromium, findFirefox, onPath } from './browsers.mjs';
import { root, runShown } from './processes.mjs';

const onPathAtAll = (name) => onPath([name]).some(executable);

/** The programs that the tests and `npm start` need besides Node, with the Debian package of each. */
const tools = [
  { name: 'Chromium', found: () => findChromium() !== null, debian: 'chromium' },
  { name: 'Firefox', found: () => findFirefox() !== null, debian: 'firefox-esr' },
  ...[
    ['Xvfb', 'xvfb'],
    ['openbox', 'openbox'],
    ['xdotool', 'xdotool'],
    ['xprop', 'x11-utils'],
    ['xwininfo', 'x11-utils'],
    ['oathtool', 'oathtool'],
    ['zbarimg', 'zbar-tools'],
    ['python3', 'python3'],
    ['apache2', 'apache2-bin'],
    ['rclone', 'rclone'],
  ].map(([name, debian]) => ({ name, found: () => onPathAtAll(name), debian })),
];

/**
 * Installs the npm packages if they are missing or older than the lock file. Returns whether they are installed.
 */
export const installPackages = () => {
  const lock = join(root, 'package-lock.json');
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return true;
  console.log('Installing the npm packages …');
  // The options for `npm install`. `npm ci` would reject a lock file that lacks the optional binaries of other
  // systems.
  const quiet = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  if (!runShown('npm', ['install', ...quiet])) return false;
  utimesSync(installed, new Date(), new Date());
  return true;
};

/**
 * Ensures that the named tools exist. As root on Debian, installs the missing tools. On other systems, prints one line
 * that names what to install. Returns whether all tools exist.
 * @param {readonly string[]} [names] default: all
 */
export const installTools = (names = tools.map(({ name }) => name)) => {
  const missing = () => tools.filter(({ name, found }) => names.includes(name) && !found());
  const before = missing();
  if (before.length === 0) return true;
  const packages = before.map(({ debian }) => debian);
  if (process.getuid?.() === 0 && onPathAtAll('apt-get')) {
    process.env.DEBIAN_FRONTEND = 'noninteractive';
    console.log(`Installing ${packages.join(', ')} …`);
    runShown('apt-get', ['update', '-qq']);
    runShown('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  }
  const after = missing();
  if (after.length > 0)
    console.log(
      `Please install ${after.map(({ name }) => name).join(', ')} (on Debian: sudo apt-get install ${after.map(({ debian }) => debian).join(' ')}), then run this again.`,
    );
  return after.length === 0;
};
