// npm run release writes to .output/release: the packages for each store, the sources for reviewers, a bill of
// materials, and the checksums of all. The same commit gives the same bytes on any machine.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { billOfMaterials } from './billOfMaterials.mjs';
import { compareLocale, recordOf, secondTier, textsOf } from './localeTexts.mjs';
import { root, runShownWithOwnNode } from './processes.mjs';
import { reproducibleZip } from './zip.mjs';

const stores = ['chrome', 'edge', 'opera', 'firefox'];
const target = join(root, '.output', 'release');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const packed = (from, paths) =>
  reproducibleZip(
    paths.map((path) => ({
      name: relative(from, path).split(sep).join('/'),
      bytes: readFileSync(path),
    })),
  );

const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });

/** Returns the paths of all tracked files. Throws if a file differs from the commit. */
const sources = () => {
  if (git('status', '--porcelain').trim() !== '')
    throw new Error('There are changes that no commit has. Commit them first.');
  return git('ls-files', '-z')
    .split('\0')
    .filter(Boolean)
    .map((path) => join(root, path));
};

/** Throws if a language lacks a text. Prints how many translations are older than their English texts. */
const requireTranslations = () => {
  const english = textsOf('en');
  const incomplete = [];
  for (const { file } of secondTier) {
    const { missing, outdated } = compareLocale(english, textsOf(file), recordOf(file));
    if (missing.length > 0) incomplete.push(`${file} ${missing.length}`);
    if (outdated.length > 0)
      console.log(`${file}: ${outdated.length} texts are older than their English ones.`);
  }
  if (incomplete.length > 0)
    throw new Error(`Texts are missing: ${incomplete.join(', ')}. npm run locales lists them.`);
};

requireTranslations();
const tracked = sources();
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const made = new Map([[`tessera-${version}-sources.zip`, await packed(root, tracked)]]);
const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
for (const store of stores) {
  if (!runShownWithOwnNode(wxt, ['build', '-b', store])) process.exit(1);
  const folder = join(root, '.output', `${store}-mv3`);
  // oxlint-disable-next-line no-await-in-loop -- one build at a time
  made.set(`tessera-${version}-${store}.zip`, await packed(folder, filesIn(folder)));
}
made.set(
  `tessera-${version}.cdx.json`,
  Buffer.from(
    billOfMaterials({
      version,
      notices: stores.map((store) =>
        readFileSync(join(root, '.output', `${store}-mv3`, 'THIRD-PARTY-NOTICES.txt'), 'utf8'),
      ),
      lock: JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')),
    }),
  ),
);

const sums = [];
for (const [name, bytes] of made) {
  writeFileSync(join(target, name), bytes);
  sums.push(`${createHash('sha256').update(bytes).digest('hex')}  ${name}`);
}
writeFileSync(join(target, 'SHA256SUMS'), `${sums.join('\n')}\n`);
console.log(sums.join('\n'));
