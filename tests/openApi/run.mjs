// Judges the account service's OpenAPI document from outside: Redocly's recommended rules, swagger-parser, and
// a client that hey-api's generator writes and TypeScript compiles in strict mode. Installs them on demand.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { answersOf } from './answersOf.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const packages = join(here, 'node_modules');

const isOlder = (file, than) => !existsSync(file) || statSync(file).mtime < statSync(than).mtime;
if (isOlder(join(packages, '.package-lock.json'), join(here, 'package-lock.json')))
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: here });

const work = mkdtempSync(join(tmpdir(), 'tessera-openapi-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

/** Runs a tool of this folder's packages. Returns what it printed; ends the run with it if the tool fails. */
function run(tool, args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(packages, tool), ...args], {
    cwd: work,
    encoding: 'utf8',
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
  if (status === 0) return stdout;
  console.log(`${tool} failed:\n${stdout}${stderr}`);
  process.exit(1);
}

const { module } = await runnerImport(join(here, 'readDocument.ts'), { configFile: false });
const document = await module.readDocument();
const file = join(work, 'openapi.json');
writeFileSync(file, JSON.stringify(document));

writeFileSync(join(work, 'redocly.yaml'), 'extends: [recommended]\n');
const { totals, problems } = JSON.parse(
  run('@redocly/cli/bin/cli.js', ['lint', file, '--config', 'redocly.yaml', '--format', 'json']),
);
if (totals.errors + totals.warnings + totals.ignored > 0) {
  console.log(JSON.stringify(problems, null, 2));
  process.exit(1);
}
console.log('Redocly, recommended rules: no error, no warning.');

const { default: SwaggerParser } = await import(
  join(packages, '@apidevtools/swagger-parser/lib/index.js')
);
await SwaggerParser.validate(file);
console.log('swagger-parser: valid.');

run('@hey-api/openapi-ts/bin/run.js', ['-i', file, '-o', join(work, 'client'), '--silent']);
const operations = answersOf(document);
writeFileSync(join(work, 'answers.ts'), operations.text);
writeFileSync(
  join(work, 'tsconfig.json'),
  JSON.stringify({
    compilerOptions: {
      strict: true,
      noEmit: true,
      target: 'es2022',
      module: 'esnext',
      moduleResolution: 'bundler',
      lib: ['es2022', 'dom', 'dom.iterable'],
      types: [],
    },
    include: ['answers.ts', 'client'],
  }),
);
run('typescript/bin/tsc', ['-p', work]);
console.log(`A generated client types the answers of ${operations.count} operations.`);
