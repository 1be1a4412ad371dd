/** The folders to mutate, each with the tests that must detect its mutants. */
export const targets = {
  companion: {
    sources: 'lib/companion',
    skip: [/openApi\.ts$/, /responses\.ts$/, /\/demo\//, /\/store\//],
    tests: 'tests/unit/companion',
    // Skips the model test, which repeats what the cases check and takes minutes.
    skipTests: ['**/model.test.ts', '**/client.test.ts'],
    env: { COMPANION_STORES: 'memory' },
  },
  crypto: { sources: 'lib/crypto', skip: [], tests: 'tests/unit/crypto', skipTests: [] },
  // Runs in a browser, because filling depends on a form's layout, events and frames.
  fill: {
    sources: 'lib/fill',
    skip: [/[wW]ords\.ts$/],
    project: 'component',
    tests: 'tests/component/fill',
    skipTests: [],
  },
  otp: { sources: 'lib/otp', skip: [], tests: 'tests/unit/otp', skipTests: [] },
  sites: { sources: 'lib/sites', skip: [/knownSites/], tests: 'tests/unit/sites', skipTests: [] },
  platform: {
    sources: 'lib/platform',
    skip: [/browserTargets/],
    tests: 'tests/unit/platform',
    skipTests: [],
  },
  // Runs in a browser, because the folder of backups is in the browser's file system.
  backupFolder: {
    sources: 'lib/platform/vault/browserTargets.ts',
    skip: [],
    project: 'component',
    tests: 'tests/component/backupFolder.test.tsx',
    skipTests: [],
  },
  vault: {
    sources: 'lib/vault',
    skip: [],
    tests: 'tests/unit/vault',
    // These tests derive real keys or flip every bit, and take minutes. A mutant that survives should also be
    // tried against them.
    skipTests: [
      '**/vectors.test.ts',
      '**/bitFlips.test.ts',
      '**/damage.test.ts',
      '**/migration*.test.ts',
      '**/model.test.ts',
      '**/largeVault.test.ts',
    ],
  },
  sync: { sources: 'lib/sync', skip: [], tests: 'tests/unit/sync', skipTests: [] },
};
