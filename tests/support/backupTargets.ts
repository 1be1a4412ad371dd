import type { BackupTargets } from '../../lib/vault';

/** The targets of a browser without backup folders, in which every download succeeds. */
export const downloadsOnly: BackupTargets = {
  canChooseFolder: false,
  folder: () => Promise.resolve(null),
  allowFolder: () => Promise.resolve(false),
  withBackupLock: (work) => work(),
  chooseFolder: () => Promise.resolve(null),
  write: () => Promise.resolve(true),
};
