export { browserTargets } from './browserTargets';
export { browserVault, browserDeps } from './browserVault';
export { vaultStorageKeys } from './vaultStorageKeys';
