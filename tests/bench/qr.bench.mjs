// npm run bench -- qr [seed] [pictures per kind] [screenshots]: measures how many QR codes of generated pictures
// are read, and how fast.
import { mkdtempSync, rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

// Builds the bench like the extension, because a development server would get a request for every import().
const outDir = mkdtempSync(at('../../node_modules/.bench-'));
try {
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: {
      alias: { 'zxing-wasm/reader/zxing_reader.wasm?url': at('../support/zxingWasm.ts') },
    },
    ssr: { noExternal: true },
    build: {
      ssr: at('./qr/bench.ts'),
      outDir,
      rolldownOptions: { output: { entryFileNames: 'bench.mjs' } },
    },
  });
  const { default: bench } = await import(pathToFileURL(`${outDir}/bench.mjs`));
  process.exitCode = await bench(process.argv.slice(2));
} finally {
  rmSync(outDir, { recursive: true });
}
