/** Folders to mutate, with the tests that must fail. */
export const targets = {
  companion: {
    sources: 'lib/companion',
    skip: [/commonPasswords/, /openApi\.ts$/, /responses\.ts$/, /\/demo\//, /\/store\//],
    tests: 'tests/unit/companion',
    // The model test repeats what the cases check, and takes minutes.
    skipTests: ['**/model.test.ts', '**/client.test.ts'],
    env: { COMPANION_STORES: 'memory' },
  },
  vault: { sources: 'lib/vault', skip: [], tests: 'tests/unit/vault', skipTests: [] },
  sync: { sources: 'lib/sync', skip: [], tests: 'tests/unit/sync', skipTests: [] },
};
