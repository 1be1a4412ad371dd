// npm run bench -- sync [most accounts]: measures bytes per account, requests and CPU time of each kind of sync
// round. Compares the bytes with those of the same state as JSON. Fails if a target of the specification isn't
// met.
import { mkdtempSync, rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

const outDir = mkdtempSync(at('../../node_modules/.bench-'));
try {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: at('./sync/bench.ts'),
      outDir,
      rolldownOptions: { output: { entryFileNames: 'bench.mjs' } },
    },
  });
  const { default: bench } = await import(pathToFileURL(`${outDir}/bench.mjs`));
  process.exitCode = await bench(Number(process.argv[2] ?? 10_000));
} finally {
  rmSync(outDir, { recursive: true });
}
