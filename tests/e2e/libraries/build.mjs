import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';

const folder = import.meta.dirname;
const installed = join(folder, 'node_modules/.package-lock.json');
const dist = join(folder, 'dist');

/** The libraries that have a page in `pages`. */
export const libraries = readdirSync(join(folder, 'pages'))
  .filter((name) => name.endsWith('.js'))
  .map((name) => basename(name, '.js'));

const isOlder = (file, than) => !existsSync(file) || statSync(file).mtime < statSync(than).mtime;

/** Compiles Svelte files with Svelte's compiler. */
const svelte = () => ({
  name: 'svelte',
  async transform(code, id) {
    const filename = id.split('?')[0];
    const isComponent = filename.endsWith('.svelte');
    if (!isComponent && !filename.endsWith('.svelte.js')) return null;
    const { compile, compileModule } = await import('svelte/compiler');
    const options = { filename, generate: 'client', dev: false };
    const { js } = isComponent
      ? compile(code, { ...options, css: 'injected' })
      : compileModule(code, options);
    return { code: js.code, map: null, moduleType: 'js' };
  },
});

/**
 * Installs the libraries if their lock file is newer than the installed packages, and bundles their pages.
 * @returns the folder that holds a script for each library
 */
export async function buildLibraries() {
  if (isOlder(installed, join(folder, 'package-lock.json')))
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: folder });
  await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    plugins: [svelte()],
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    resolve: { conditions: ['svelte', 'browser', 'module', 'import', 'default'] },
    build: {
      outDir: dist,
      emptyOutDir: true,
      target: 'esnext',
      minify: false,
      rollupOptions: {
        input: Object.fromEntries(
          libraries.map((name) => [name, join(folder, 'pages', `${name}.js`)]),
        ),
        output: { entryFileNames: '[name].js' },
        preserveEntrySignatures: false,
      },
    },
  });
  return dist;
}
