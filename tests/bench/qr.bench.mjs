// npm run bench -- qr [seed] [pictures a kind]: how many QR codes of made-up pictures are read, and how fast.
import { fileURLToPath } from 'node:url';
import { createServer, createServerModuleRunner } from 'vite';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

const server = await createServer({
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  appType: 'custom',
  resolve: {
    alias: { 'zxing-wasm/reader/zxing_reader.wasm?url': at('../support/zxingWasm.ts') },
  },
});
const runner = createServerModuleRunner(server.environments.ssr, { hmr: false });
try {
  const { default: bench } = await runner.import(at('./qr/bench.ts'));
  process.exitCode = await bench(process.argv.slice(2));
} finally {
  await runner.close();
  await server.close();
}
