// npm run bench -- NAME …: runs tests/bench/NAME.bench.mjs, or .ts, with the project's own Node. Without a name,
// lists the benches.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runShownWithOwnNode } from '../support/processes.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const ending = /\.bench\.(mjs|ts)$/;
const files = readdirSync(folder).filter((name) => ending.test(name));
const names = files.map((name) => name.replace(ending, ''));

const [name = '', ...rest] = process.argv.slice(2);
const file = files[names.indexOf(name)];
if (file === undefined) {
  console.log(`Which bench? ${names.join(', ') || 'There is none yet.'}`);
  process.exit(1);
}
process.exit(runShownWithOwnNode(`tests/bench/${file}`, rest) ? 0 : 1);
