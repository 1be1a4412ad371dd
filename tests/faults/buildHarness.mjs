import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../support/processes.mjs';

/** The background opens the page, because no driver can navigate to an extension page in Firefox. */
const opener = `
(globalThis.browser ?? globalThis.chrome).runtime.onInstalled.addListener(() =>
  (globalThis.browser ?? globalThis.chrome).tabs.create({ url: 'faults.html' + PAGE_QUERY }));
`;

/**
 * Copies the built extension and adds a page, faults.html, which runs `source` (default: the writing page).
 * Returns the folder.
 * @param {'chrome' | 'firefox'} kind
 * @param {{ mirror?: boolean, source?: string }} options
 */
export const buildHarness = async (kind, { mirror = true, source = 'tests/faults/writer.ts' }) => {
  const built = join(root, '.output', `${kind}-mv3`);
  if (!existsSync(built)) throw new Error(`${built} is missing: npm run build makes it.`);
  const folder = mkdtempSync(join(tmpdir(), 'tessera-faults-'));
  cpSync(built, folder, { recursive: true });
  await build({
    configFile: false,
    root,
    base: '/',
    publicDir: false,
    logLevel: 'error',
    worker: { format: 'es' },
    define: { 'import.meta.env.FIREFOX': String(kind === 'firefox') },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'esnext',
      rollupOptions: {
        input: join(root, source),
        output: { entryFileNames: 'faults.js' },
      },
    },
  });
  const page =
    '<!doctype html><meta charset="utf-8"><script type="module" src="/faults.js"></script>';
  writeFileSync(join(folder, 'faults.html'), page);
  if (kind === 'firefox') {
    const background = join(folder, 'background.js');
    const query = JSON.stringify(mirror ? '' : '?mirror=off');
    const text = readFileSync(background, 'utf8');
    writeFileSync(background, opener.replace('PAGE_QUERY', query) + text);
  }
  return folder;
};
