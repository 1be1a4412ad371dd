export { browserTargets } from './browserTargets';
export { browserVault, browserDeps, vaultDatabase } from './browserVault';
export { serveStore } from './serveStore';
export { vaultStorageKeys } from './vaultStorageKeys';
