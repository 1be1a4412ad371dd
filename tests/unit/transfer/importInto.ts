import { createImportStore } from '../../../components/stores/createImportStore';
import type { ImportFile } from '../../../components/stores/ImportState';
import { makeOtp, needsPin } from '../../../lib/otp';
import { type ColumnMapping, columnsOf, readFile, readTable } from '../../../lib/transfer';
import type { shelf } from '../../support/shelf';
import { toolsWith } from './tools';

export const uri = (name: string, more = '') =>
  `otpauth://totp/${name}?secret=JBSWY3DPEHPK3PXP&issuer=One${more}`;

/** Returns an in-memory store of column mappings. */
export function memory(held = new Map<string, ColumnMapping>()) {
  return {
    columnsOf,
    readTable,
    find: (columns: readonly string[]) => Promise.resolve(held.get(columns.join()) ?? null),
    remember: (columns: readonly string[], mapping: ColumnMapping) => {
      held.set(columns.join(), mapping);
      return Promise.resolve();
    },
  };
}

/** Returns an import store for this vault that uses the real file readers. */
export function importInto(
  kept: Pick<Awaited<ReturnType<typeof shelf>>, 'vault'>,
  columns = memory(),
) {
  return createImportStore({
    vault: kept.vault,
    pins: { needsPin, makeOtp },
    columns,
    read: ({ name, bytes }, key) =>
      readFile(name, bytes, { ...toolsWith(key.password), keyFile: key.keyFile }),
  });
}

export const text = (content: string): ImportFile => ({
  name: '',
  bytes: new Uint8Array(Buffer.from(content)),
});
