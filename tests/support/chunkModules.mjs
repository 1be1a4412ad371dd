import { writeFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { root } from './processes.mjs';

/** Returns a module's path from the project's folder, without Vite's query. */
const nameOf = (id) => relative(root, id.split('?')[0]).split(sep).join('/');

/** Returns the file that lists a build's modules. It is beside the build's folder, because it isn't published. */
export const chunkModulesFile = (folder) => `${folder}.modules.json`;

/** Records which modules each file of a build contains, for the test of what is in a package twice. */
export const recordChunkModules = () => {
  /** @type {Map<string, Record<string, number>>} file name to its modules, each with its length in characters */
  const files = new Map();
  return {
    /** The Vite plugin that records a bundle. Each bundle and each worker needs its own. */
    plugin: () => ({
      name: 'record-chunk-modules',
      generateBundle(_options, bundle) {
        for (const part of Object.values(bundle)) {
          if (part.type !== 'chunk') continue;
          const modules = Object.entries(part.modules)
            .filter(([id, { renderedLength }]) => renderedLength > 0 && !id.startsWith('\0'))
            .map(([id, { renderedLength }]) => [nameOf(id), renderedLength]);
          files.set(part.fileName, Object.fromEntries(modules));
        }
      },
    }),
    write(folder) {
      writeFileSync(chunkModulesFile(folder), JSON.stringify(Object.fromEntries(files), null, 1));
    },
  };
};
