import type { AnySlot } from '../../../lib/vault/format/Slot';

/** The content of a file of frozen vectors. All bytes are in base64url. */
export interface VaultVectors {
  readonly about: string;
  readonly vault: string;
  readonly vaultKey: string;
  readonly passphrase: string;
  readonly recoveryKey: string;
  readonly records: readonly { name: string; id: string; bytes: string; opens: boolean }[];
  readonly slots: readonly {
    name: string;
    epoch: number;
    slot: AnySlot;
    kek: string;
    opens: boolean;
  }[];
  readonly heads: readonly { name: string; head: string; opens: boolean }[];
  readonly backups: readonly {
    name: string;
    bytes: string;
    by: 'passphrase' | 'recovery';
    opens: boolean;
  }[];
}
