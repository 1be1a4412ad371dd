import type { ComponentChild } from 'preact';
import { Columns } from '../../components/manage/transfer/Columns';
import { ExportForm } from '../../components/manage/transfer/ExportForm';
import { ExportResult } from '../../components/manage/transfer/ExportResult';
import { PasswordPrompt } from '../../components/manage/transfer/PasswordPrompt';
import { Preview } from '../../components/manage/transfer/Preview';
import { Reading } from '../../components/manage/transfer/Reading';
import { ReEnrol } from '../../components/manage/transfer/ReEnrol';
import { WhereToExport } from '../../components/manage/transfer/WhereToExport';
import { createExportStore } from '../../components/stores/createExportStore';
import { createImportStore } from '../../components/stores/createImportStore';
import type { ImportPreview } from '../../components/stores/ImportState';
import '../../components/ui/tokens.css';
import { AppError } from '../../lib/errors';
import { decodeBase32, makeOtp, needsPin } from '../../lib/otp';
import { columnsOf, readTable } from '../../lib/transfer';

export const otp = makeOtp({ secret: decodeBase32('JBSWY3DPEHPK3PXP'), algorithm: 'SHA256' });
const account = {
  issuer: 'Harbour Bank',
  account: 'ada@example.com',
  otp,
  tags: ['Money'],
  hosts: ['harbour.example'],
  note: 'the joint account',
};
const known = { id: 'x', issuer: 'Harbour Bank', account: 'ada@example.com' };
const row = { account, app: 'Aegis', asksPin: false, repeats: null };
export const preview: ImportPreview = {
  step: 'preview',
  rows: [
    { ...row, id: 0, known: null, choice: 'add' },
    { ...row, id: 1, known: { ...known, same: 'secret' }, choice: 'skip' },
    { ...row, id: 2, known: { ...known, same: 'names' }, choice: 'add' },
    { ...row, id: 3, known: { ...known, same: 'settings' }, choice: 'skip' },
    { ...row, id: 4, known: null, choice: 'add', asksPin: true },
    { ...row, id: 5, known: null, choice: 'skip', repeats: 'Harbour Bank' },
  ],
  unreadable: [{ name: 'Old Bank', reason: 'otp/unknown-algorithm', facts: { algorithm: 'MD5' } }],
  notes: [
    { code: 'newer-schema', facts: { version: 5 } },
    { code: 'columns-ignored', facts: { count: 3, columns: 'password, reprompt, fields' } },
    { code: 'items-without-code', facts: { count: 12 } },
  ],
  missing: 1,
};
const table = {
  hasHeader: true,
  lines: [
    ['Wo', 'Wer', 'Was', 'A column with a name that is long enough to be cut off somewhere'],
    ['Harbour Bank', 'ada@example.com', 'JBSWY3DPEHPK3PXP', 'x'],
  ],
};
export const columnsAsked = {
  step: 'columns',
  name: 'accounts.csv',
  app: 'CSV',
  isRemembered: false,
  table,
  mapping: { secret: 2, issuer: 0 },
  accounts: [account],
  read: 1,
  unreadable: 2,
  canSkip: true,
} as const;

export const nothing = () => Promise.resolve();
export const importStore = createImportStore({
  vault: {
    list: () => Promise.resolve([]),
    getMany: () => Promise.resolve([]),
    importEntries: () => Promise.resolve({ ids: [], undo: nothing }),
  },
  pins: { needsPin, makeOtp },
  columns: { columnsOf, readTable, find: () => Promise.resolve(null), remember: nothing },
  read: () => Promise.reject(new AppError('format/unknown')),
});
export const exportStore = createExportStore({
  hasPassphrase: () => Promise.resolve(true),
  verifyPassphrase: () => Promise.reject(new AppError('vault/wrong-passphrase')),
  entries: () => Promise.resolve([]),
  write: () => Promise.reject(new AppError('unexpected')),
  migrationUris: () => Promise.resolve({ uris: [], left: [] }),
  formatUri: () => '',
  saveFile: () => undefined,
});
const matrixOf = () => [
  [true, false],
  [false, true],
];
const asked = {
  step: 'password',
  name: 'vault.json',
  app: 'Aegis',
  isGuess: false,
  takesKeyFile: false,
  wrong: true,
  canSkip: true,
} as const;
const result = { matrixOf, print: () => undefined, onDone: () => undefined };
const uri = 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP';

/** Examples of all states of the import and export pages. */
export const examples: Record<string, ComponentChild> = {
  'a preview': (
    <Preview store={importStore} preview={preview} onSave={nothing} onDone={() => undefined} />
  ),
  'a wrong password': <PasswordPrompt store={importStore} asked={asked} />,
  'a database that may need a key file': (
    <PasswordPrompt
      store={importStore}
      asked={{ ...asked, name: 'Passwords.kdbx', app: 'KeePass', takesKeyFile: true, wrong: false }}
    />
  ),
  'a file that is only guessed': (
    <PasswordPrompt store={importStore} asked={{ ...asked, app: 'andOTP', isGuess: true }} />
  ),
  'columns to be named': (
    <Columns store={importStore} asked={columnsAsked} codeOf={() => '123 456'} />
  ),
  'a file that takes long': (
    <Reading
      reading={{ step: 'reading', name: 'vault.json', estimate: 2_000 }}
      onCancel={() => undefined}
    />
  ),
  'the way for apps without an export': <ReEnrol />,
  'where exports are': <WhereToExport />,
  'the form of an export': <ExportForm store={exportStore} />,
  'a file that was written': (
    <ExportResult made={{ kind: 'file', name: 'a.json', count: 2, left: [account] }} {...result} />
  ),
  'codes to scan': (
    <ExportResult made={{ kind: 'codes', uris: ['a', 'b'], count: 2, left: [] }} {...result} />
  ),
  'a sheet to print': (
    <ExportResult made={{ kind: 'sheet', rows: [{ ...account, uri }] }} {...result} />
  ),
};
