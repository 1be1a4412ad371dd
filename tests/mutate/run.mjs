// npm run mutate -- NAME [--limit N] [--from N] [--only PART] [--tests A,B] [--seed N]: changes one line at a time
// in the sources of a target (tests/mutate/targets.mjs), runs its tests until one fails, and prints the mutants that
// no test detects. `--from` and `--limit` select a slice of the seeded order, so that a long run can be split.
// `--tests` runs only the test files whose names begin so, which is faster; try its survivors against all. Known
// equivalents (tests/mutate/equivalents.mjs) are run too and listed separately. Works on a copy of the
// repository's files, so that a killed run leaves no mutant behind.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { equivalents } from './equivalents.mjs';
import { mutantsOf } from './mutants.mjs';
import { targets } from './targets.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [name = '', ...rest] = process.argv.slice(2);
const option = (flag, otherwise) => {
  const at = rest.indexOf(flag);
  return at < 0 ? otherwise : rest[at + 1];
};
const target = targets[name];
if (!target) {
  console.log(`Which target? ${Object.keys(targets).join(', ')}`);
  process.exit(1);
}

/**
 * Shuffles items in an order that depends only on the seed, so that a limit takes an unbiased and repeatable
 * sample.
 */
function shuffled(items, seed) {
  let state = seed;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648);
  return items
    .map((item) => ({ item, key: next() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

const copy = mkdtempSync(join(tmpdir(), 'tessera-mutants-'));
process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(130));
const linked = new Set(['node_modules', '.git', '.output']);
for (const entry of readdirSync(root))
  if (linked.has(entry)) symlinkSync(join(root, entry), join(copy, entry));
  else
    cpSync(join(root, entry), join(copy, entry), {
      recursive: true,
      filter: (path) => !path.endsWith('node_modules'),
    });

const files = globSync([target.sources, `${target.sources}/**/*`], { cwd: copy })
  .toSorted()
  .filter((file) => file.endsWith('.ts') && !target.skip.some((pattern) => pattern.test(file)))
  .filter((file) => file.includes(option('--only', '')));

const mutants = files.flatMap((file) => {
  const source = readFileSync(join(copy, file), 'utf8');
  return mutantsOf(source).map((mutant) => Object.assign(mutant, { file, source }));
});

const testFiles = option('--tests', '')
  .split(',')
  .map((start) => (start ? join(target.tests, start) : target.tests));

/** Runs the tests. Returns true if all pass. */
const pass = () =>
  spawnSync(
    join(root, 'node_modules/.bin/vitest'),
    [
      'run',
      '--config=tests/vitest.config.ts',
      `--project=${target.project ?? 'unit'}`,
      '--bail=1',
      '--reporter=dot',
      '--no-file-parallelism',
      '--no-isolate',
      ...target.skipTests.flatMap((pattern) => ['--exclude', pattern]),
      ...testFiles,
    ],
    {
      cwd: copy,
      env: {
        ...process.env,
        ...target.env,
        PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
      },
      stdio: 'ignore',
      timeout: 600_000,
    },
  ).status === 0;

console.log(`${mutants.length} mutants in ${files.length} files`);
if (!pass()) {
  console.log('The tests fail without any mutant.');
  process.exit(1);
}
const from = Number(option('--from', '0'));
const chosen = shuffled(mutants, Number(option('--seed', '1'))).slice(
  from,
  from + Number(option('--limit', mutants.length)),
);
const isKnown = ({ file, what, before }) =>
  equivalents.some((known) => known.file === file && known.what === what && known.line === before);
let survivors = 0;
let known = 0;
for (const [index, mutant] of chosen.entries()) {
  const { file, line, what, before, source, text } = mutant;
  writeFileSync(join(copy, file), text);
  const survives = pass();
  writeFileSync(join(copy, file), source);
  if (survives && isKnown(mutant)) known += 1;
  else if (survives) {
    survivors += 1;
    console.log(`SURVIVED ${file}:${line} ${what}: ${before}`);
  }
  if (index % 25 === 24) console.log(`${index + 1} of ${chosen.length}, ${survivors} survived`);
}
console.log(`${chosen.length} mutants, ${known} known equivalents, ${survivors} survived`);
process.exit(survivors === 0 ? 0 : 1);
