import type { Section } from '../../components/manage';
import { createExportStore } from '../../components/stores/createExportStore';
import { createImportStore } from '../../components/stores/createImportStore';
import type { SecurityStore } from '../../components/stores/createSecurityStore';
import { t } from '../../components/ui';
import { systemClock } from '../../lib/clock';
import { systemRandom, workerDerive } from '../../lib/crypto';
import { findColumnMapping, saveColumnMapping } from '../../lib/authenticator/state';
import { codeAt, formatOtpUri, groupCode, makeOtp, needsPin, type OtpAccount } from '../../lib/otp';
import { pictureFile } from '../../lib/platform';
import type { Authenticator } from '../shared/authenticator';

/**
 * The pages for import from and export to other apps. The formats load when a page is opened. Each dynamic import
 * is on its own line with the names that it uses, so that the bundler includes nothing else.
 */
export const transferSections = (
  { vault, ticker, unlockMethods }: Authenticator,
  security: SecurityStore,
): readonly Section[] => [
  {
    id: 'import',
    icon: 'download',
    label: () => t('transfer.import.title'),
    load: async () => {
      const { ImportPage } = await import('../../components/manage/transfer');
      const { columnsOf, readInWorker, readTable } = await import('../../lib/transfer');
      const store = createImportStore({
        vault,
        pins: { needsPin, makeOtp },
        columns: { columnsOf, readTable, find: findColumnMapping, remember: saveColumnMapping },
        read: async ({ name, bytes }, key, hooks) => {
          // SVG is converted first, because only a page can draw SVG.
          const drawn = new Uint8Array(await (await pictureFile(new Blob([bytes]))).arrayBuffer());
          return readInWorker({ name, bytes: drawn, ...key }, hooks);
        },
      });
      return () => (
        <ImportPage store={store} codeOf={codeAtSecond(ticker.second)} security={security} />
      );
    },
  },
  {
    id: 'export',
    icon: 'upload',
    label: () => t('transfer.export.title'),
    load: async () => {
      const { ExportPage } = await import('../../components/manage/transfer');
      const { fitsMigration, writeFile, writeMigrationUris } = await import('../../lib/transfer');
      const { qrMatrix } = await import('../../lib/qr');
      const store = createExportStore({
        hasPassphrase: async () => (await unlockMethods.list()).has('passphrase'),
        verifyPassphrase: (passphrase) => vault.verifyPassphrase(passphrase),
        entries: async (only) => {
          const ids = (await vault.list()).map(({ id }) => id);
          return vault.getMany(only ? ids.filter((id) => only.has(id)) : ids);
        },
        write: (format, entries, password) =>
          writeFile(format, entries, {
            password,
            derive: workerDerive,
            random: systemRandom,
            now: systemClock(),
          }),
        migrationUris: (entries) => {
          const id = new DataView(Uint8Array.from(systemRandom(4)).buffer).getUint32(0) >>> 1;
          return Promise.resolve({
            uris: writeMigrationUris(entries, id),
            left: entries.filter((entry) => !fitsMigration(entry)),
          });
        },
        formatUri: formatOtpUri,
        saveFile,
      });
      return () => <ExportPage store={store} matrixOf={qrMatrix} print={() => window.print()} />;
    },
  },
];

/** Returns the current code of an account in groups of digits, or an empty text while its PIN is missing. */
const codeAtSecond =
  (second: { readonly value: number }) =>
  ({ otp }: OtpAccount): string =>
    needsPin(otp) ? '' : groupCode(codeAt(otp, second.value));

/** Downloads a text as a file. */
function saveFile(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
