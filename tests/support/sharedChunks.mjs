import { join } from 'node:path';
import { root } from './processes.mjs';

/** Modules that the popup's, the workers' and the other pages' bundles load, by chunk name. */
const shared = {
  deriveKey: join(root, 'lib/crypto/deriveKey.ts'),
  sites: join(root, 'lib/sites/index.ts'),
  serviceIcons: join(root, 'components/vault/serviceIcons.ts'),
  estimate: join(root, 'lib/passphrases/estimate.ts'),
  hpke: join(root, 'lib/crypto/hpke.ts'),
  entryMerging: join(root, 'lib/sync/entryMerging.ts'),
  pictures: join(root, 'lib/vault/icons/onDemand.ts'),
  deferredParts: join(root, 'lib/vault/deferredParts.ts'),
};

/** The popup loads one file at start, in a third less time than twenty files, and one file for all dialogs. */
export const popupChunks = [
  { name: 'popup', tags: /** @type {['$initial']} */ (['$initial']) },
  { name: 'dialogs', test: /components\/popup\/\w*Dialog/ },
];

/** Modules that several sections of the pages share. A file for each would make the package 2 % larger. */
export const pageChunks = [
  { name: 'ui', test: /components\/ui\//, minShareCount: 2 },
  { name: 'view', test: /components\/(vault|manage|scan|messages|stores)\//, minShareCount: 3 },
  { name: 'otp', test: /lib\/otp\//, minShareCount: 2 },
  { name: 'accounts', test: /lib\/authenticator\/(accounts|state)\//, minShareCount: 2 },
  { name: 'vault', test: /lib\/vault\//, minShareCount: 2 },
];

const fileName = (name) => `chunks/${name}.js`;

/** Returns a Vite plugin that builds the shared modules as chunks with fixed names and all their exports. */
export const providesShared = () => ({
  name: 'provides-shared',
  apply: 'build',
  buildStart() {
    for (const [name, id] of Object.entries(shared))
      this.emitFile({ type: 'chunk', id, fileName: fileName(name), preserveSignature: 'strict' });
  },
});

/** Returns a Vite plugin that imports the shared modules from these chunks. */
export const usesShared = () => ({
  name: 'uses-shared',
  apply: 'build',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    const found = await this.resolve(source, importer, { ...options, skipSelf: true });
    const entry = Object.entries(shared).find(([, id]) => id === found?.id);
    return entry ? { id: `/${fileName(entry[0])}`, external: 'absolute' } : null;
  },
});
