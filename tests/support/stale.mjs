// npm run stale: lists the direct dependencies that have a newer version, are deprecated, or had no release for two
// years. Exits with 1 if any of them isn't accepted below.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './processes.mjs';

/** Packages without recent releases that stay, with the reason. */
const kept = {
  jsqr: 'a second reader for crops that the first one misses',
  kdbxweb: 'imports only, loaded on demand, with limits in lib/transfer/boundKeePass.ts',
  'gauth-decode': 'a second decoder that tests compare with',
  'crypto-js': 'makes files of other apps in tests',
};

const twoYears = 2 * 365 * 24 * 3_600_000;

const read = (name) => JSON.parse(readFileSync(join(root, name), 'utf8'));
const { dependencies, devDependencies } = read('package.json');
const { packages } = read('package-lock.json');

const factsOf = (name) => {
  const answer = execFileSync('npm', ['view', name, 'version', 'time', 'deprecated', '--json'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { version, time, deprecated } = JSON.parse(answer);
  return { newest: version, released: time[version].slice(0, 10), deprecated };
};

let stale = 0;
for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
  const { newest, released, deprecated } = factsOf(name);
  const installed = packages[`node_modules/${name}`]?.version;
  const findings = [
    ...(deprecated ? [`deprecated: ${deprecated}`] : []),
    ...(Date.now() - Date.parse(released) > twoYears ? [`last release ${released}`] : []),
    ...(installed === newest ? [] : [`${installed}, newest ${newest} of ${released}`]),
  ];
  if (findings.length === 0) continue;
  const reason = kept[name];
  if (!reason) stale++;
  console.log(`${name}: ${findings.join('; ')}${reason ? ` (kept: ${reason})` : ''}`);
}
console.log(`${stale} to look at`);
process.exit(stale === 0 ? 0 : 1);
