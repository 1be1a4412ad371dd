/**
 * Unit tests that take tens of seconds because they run sweeps, mutations, races or thousands of key derivations.
 */
export const slowUnitTests = [
  'companion/killed',
  'companion/model',
  'crypto/published',
  'qr/cases',
  'qr/fuzz',
  'qr/hardCodes',
  'sync/merge',
  'sync/worlds',
  'transfer/cases',
  'transfer/fuzz',
  'transfer/independentReader',
  'transfer/read',
  'vault/bitFlips',
  'vault/vectors',
].map((name) => `tests/unit/${name}.test.ts`);
