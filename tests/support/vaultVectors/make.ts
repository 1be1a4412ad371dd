import { writeFileSync } from 'node:fs';
import { passphrase, recoveryKey, text, vault, vaultKey } from './theVault';
import type { VaultVectors } from './VaultVectors';
import { records } from './records';
import { slots } from './slots';
import { heads } from './heads';
import { backups } from './backups';

/**
 * Generated the frozen vectors of format version 2 once. Every later version must open tests/vectors/vault, so
 * the files are never generated again. A new version of the format gets files of its own.
 */
const vectors: VaultVectors = {
  about: 'Format version 2 of the vault and of its backups. Frozen: never edit this file.',
  vault,
  vaultKey: text(vaultKey),
  passphrase,
  recoveryKey: text(recoveryKey),
  records: records(),
  slots: slots(),
  heads: heads(),
  backups: backups(),
};

writeFileSync('tests/vectors/vault/v2.json', `${JSON.stringify(vectors, null, 1)}\n`);
