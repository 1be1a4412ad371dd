export { browserTargets } from './browserTargets';
export { browserSharedVault, browserVault, browserDeps, vaultDatabase } from './browserVault';
export { serveStore } from './serveStore';
export { vaultStorageKeys } from './vaultStorageKeys';
export { canChooseFolder, folderOf } from './folderOf';
