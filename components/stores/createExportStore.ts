import { computed, signal } from '@preact/signals';
import type { OtpAccount } from '../../lib/otp';
import type { ExportFormat, Written } from '../../lib/transfer';
import type { Entry } from '../../lib/vault';

/** The formats of an export: a file for another app, QR codes for Google Authenticator, or a sheet to print. */
export type ExportKind = ExportFormat | 'aegisEncrypted' | 'google' | 'print';

export interface ExportDeps {
  /** Returns whether the vault has a passphrase. */
  readonly hasPassphrase: () => Promise<boolean>;
  /** Checks the vault's passphrase. Throws `vault/wrong-passphrase`. */
  readonly verifyPassphrase: (passphrase: string) => Promise<void>;
  /** Returns these accounts, or all if `ids` is null. Leaves out accounts that no longer exist. */
  readonly entries: (ids: ReadonlySet<string> | null) => Promise<readonly Entry[]>;
  readonly write: (
    format: ExportFormat,
    entries: readonly Entry[],
    password: string | null,
  ) => Promise<Written>;
  readonly migrationUris: (
    entries: readonly Entry[],
  ) => Promise<{ uris: readonly string[]; left: readonly OtpAccount[] }>;
  readonly formatUri: (account: OtpAccount) => string;
  readonly saveFile: (name: string, text: string) => void;
}

type Name = Pick<OtpAccount, 'issuer' | 'account'>;

/** A finished export, ready to display. */
export type Exported =
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly count: number;
      readonly left: readonly Name[];
    }
  | {
      readonly kind: 'codes';
      readonly uris: readonly string[];
      readonly count: number;
      readonly left: readonly Name[];
    }
  | { readonly kind: 'sheet'; readonly rows: readonly (Name & { readonly uri: string })[] };

export type ExportStore = ReturnType<typeof createExportStore>;

/** Holds an export, from asking for the passphrase to the finished file. `forget` drops what was decrypted. */
export function createExportStore(deps: ExportDeps) {
  const made = signal<Exported | null>(null);
  const only = signal<ReadonlySet<string> | null>(null);

  async function make(kind: ExportKind, password: string): Promise<Exported> {
    const entries = await deps.entries(only.value);
    if (kind === 'print') {
      const rows = entries.map((entry) => ({
        issuer: entry.issuer,
        account: entry.account,
        uri: deps.formatUri(entry),
      }));
      return { kind: 'sheet', rows };
    }
    if (kind === 'google') {
      const { uris, left } = await deps.migrationUris(entries);
      return { kind: 'codes', uris, left, count: entries.length - left.length };
    }
    const encrypted = kind === 'aegisEncrypted';
    const format = encrypted ? 'aegis' : kind;
    const { name, text, left } = await deps.write(format, entries, encrypted ? password : null);
    deps.saveFile(name, text);
    return { kind: 'file', name, left, count: entries.length - left.length };
  }

  return {
    made: computed(() => made.value),
    /** The ids of the accounts to export, or null for all accounts. */
    only,
    hasPassphrase: deps.hasPassphrase,
    /** Verifies the passphrase, then reads and exports the accounts. Throws `vault/wrong-passphrase`. */
    async run(kind: ExportKind, passphrase: string | null, password: string): Promise<void> {
      if (passphrase !== null) await deps.verifyPassphrase(passphrase);
      made.value = await make(kind, password);
    },
    forget() {
      made.value = null;
    },
  };
}
