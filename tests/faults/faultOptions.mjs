import { parseArgs } from 'node:util';

const options = /** @type {const} */ ({
  kills: { type: 'string', default: '0' },
  rotate: { type: 'string', default: '0' },
  backend: { type: 'string', default: 'leveldb' },
  browser: { type: 'string', default: 'chrome' },
  control: { type: 'string', default: '0' },
  damage: { type: 'boolean', default: false },
  private: { type: 'boolean', default: false },
  update: { type: 'string' },
  built: { type: 'string' },
  rounds: { type: 'string', default: '20' },
  within: { type: 'string', default: '1000' },
  sync: { type: 'string', default: '0' },
  server: { type: 'string' },
  bad: { type: 'boolean', default: false },
});

/** The options that choose what to run. Without any of them, a run kills the browser 25 times. */
const modes = new Set(['kills', 'control', 'damage', 'private', 'update', 'sync']);

/** Parses the arguments of `npm run faults`. A `--control` without a value, as with --sync, gets the value 1. */
export function faultOptions(argv) {
  const args = argv.flatMap((one, at) =>
    one === '--control' && !/^\d/.test(argv[at + 1] ?? '') ? [one, '1'] : [one],
  );
  const { values, tokens } = parseArgs({ args, options, tokens: true });
  const isChosen = tokens.some(({ kind, name }) => kind === 'option' && modes.has(name));
  return isChosen ? values : { ...values, kills: '25' };
}
