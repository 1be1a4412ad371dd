import axe from 'axe-core';
import { render, type ComponentChild } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
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
import { workerDerive } from '../../lib/crypto';
import { AppError } from '../../lib/errors';
import { decodeBase32, makeOtp, needsPin } from '../../lib/otp';
import { columnsOf, readInWorker, readTable } from '../../lib/transfer';
import { painted } from './painted';

const otp = makeOtp({ secret: decodeBase32('JBSWY3DPEHPK3PXP'), algorithm: 'SHA256' });
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
const preview: ImportPreview = {
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
const columnsAsked = {
  step: 'columns',
  name: 'accounts.csv',
  app: 'table',
  table,
  mapping: { secret: 2, issuer: 0 },
  accounts: [account],
  read: 1,
  unreadable: 2,
  canSkip: true,
} as const;

const nothing = () => Promise.resolve();
const importStore = createImportStore({
  vault: {
    list: () => Promise.resolve([]),
    getMany: () => Promise.resolve([]),
    importEntries: () => Promise.resolve({ ids: [], undo: nothing }),
  },
  pins: { needsPin, makeOtp },
  columns: { columnsOf, readTable, find: () => Promise.resolve(null), remember: nothing },
  read: () => Promise.reject(new AppError('format/unknown')),
});
const exportStore = createExportStore({
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

/** All states of the pages. */
const examples: Record<string, ComponentChild> = {
  'a preview': <Preview store={importStore} preview={preview} onSave={nothing} />,
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

let root: HTMLElement;
beforeEach(() => {
  root = document.body.appendChild(document.createElement('main'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

describe.each(['light', 'dark'])('in the %s', (theme) => {
  test.each(Object.entries(examples))('%s passes axe', async (_, example) => {
    document.documentElement.dataset['theme'] = theme;
    render(example, root);
    await painted();
    const { violations } = await axe.run(document, {
      rules: { 'page-has-heading-one': { enabled: false }, 'heading-order': { enabled: false } },
    });
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
    ).toEqual([]);
  });
});

test.each(Object.entries(examples))('%s fits a page of 320 pixels', async (_, example) => {
  root.style.inlineSize = '320px';
  render(example, root);
  await painted();
  expect(root.scrollWidth).toBeLessThanOrEqual(320);
});

test('the preview marks new accounts, duplicates and conflicts', async () => {
  render(examples['a preview'], root);
  for (const mark of [
    'New',
    'Already saved',
    'Same name, different key',
    'Same key, different settings',
  ])
    await expect.element(page.getByText(mark, { exact: true }).first()).toBeVisible();
  const facts =
    'ada@example.com · Aegis · TOTP · SHA-256 · 6 digits · every 30 seconds · Money · harbour.example · the joint account';
  await expect.element(page.getByText(facts).first()).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Import 2 accounts' })).toBeEnabled();
  await expect.element(page.getByText(/the algorithm "MD5"/)).toBeVisible();
  await expect.element(page.getByText(/1 QR code of this export is missing/)).toBeVisible();
});

test('one choice settles all conflicts, and a missing PIN is asked for', async () => {
  render(examples['a preview'], root);
  const all = page.getByLabelText('All accounts that differ from your vault');
  await expect.element(all).toHaveDisplayValue('Decide one by one');
  const chosen: string[] = [];
  const store = { ...importStore, chooseConflicts: (choice: string) => chosen.push(choice) };
  render(<Preview store={store} preview={preview} onSave={nothing} />, root);
  await all.selectOptions('Replace the saved one');
  expect(chosen).toEqual(['replace']);
  const pin = page.getByLabelText('PIN', { exact: true });
  await expect.element(pin).toHaveAccessibleDescription(/Without it, the account is left out/);
  expect(page.getByRole('checkbox', { disabled: true }).elements()).toHaveLength(1);
});

test('the progress bar follows the estimate and never reaches the end', async () => {
  render(examples['a file that takes long'], root);
  await expect.element(page.getByText('Estimated time: 2 seconds')).toBeVisible();
  const bar = page.getByLabelText('Opening vault.json…');
  const value = () => Number(bar.element().getAttribute('value'));
  await expect.poll(value).toBeGreaterThan(0.2);
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(value()).toBe(0.95);
});

test('shows a weak password or wrong passphrase at its field', async () => {
  render(examples['the form of an export'], root);
  const password = page.getByLabelText('File password', { exact: true });
  await password.fill('short');
  await page.getByRole('button', { name: 'Export' }).click();
  await expect.element(password).toHaveAccessibleDescription(/Use at least 8 characters/);
  await password.fill('long enough');
  await page.getByLabelText('Confirm file password').fill('long enough');
  await page.getByLabelText('Your passphrase').fill('wrong');
  await page.getByRole('button', { name: 'Export' }).click();
  await expect
    .element(page.getByLabelText('Your passphrase'))
    .toHaveAccessibleDescription(/That passphrase isn't right/);
});

test('the checklist lists the entered names', async () => {
  render(examples['the way for apps without an export'], root);
  await page.getByLabelText('Your sites').fill('Harbour Bank\nLarkfield, Harbour Bank');
  await page.getByRole('checkbox', { name: 'Larkfield' }).click();
  await expect.element(page.getByRole('checkbox', { name: 'Larkfield' })).toBeChecked();
  expect(page.getByRole('checkbox').elements()).toHaveLength(2);
});

describe('a derivation in its worker', () => {
  const task = {
    kind: 'scrypt',
    password: new TextEncoder().encode('password'),
    salt: new TextEncoder().encode('NaCl'),
    cost: 1024,
    blockSize: 8,
    lanes: 16,
  } as const;

  test('returns the key of RFC 7914', async () => {
    const key = await workerDerive(task);
    expect(Array.from(key.subarray(0, 4))).toEqual([0xfd, 0xba, 0xbe, 0x1c]);
  });

  test('stops a derivation with one gigabyte when it is canceled', async () => {
    const giveUp = new AbortController();
    const working = workerDerive({ ...task, cost: 2 ** 20 }, giveUp.signal);
    setTimeout(() => giveUp.abort(new Error('enough')), 100);
    await expect(working).rejects.toThrow('enough');
  });
});

const file = (content: unknown) => ({
  name: 'vault.json',
  bytes: new TextEncoder().encode(JSON.stringify(content)),
  password: 'test',
  keyFile: null,
});
const hooks = (onEstimate: (time: number | null) => void = () => undefined) => {
  const ended = new AbortController();
  return { ended, given: { signal: ended.signal, onEstimate } };
};

describe('a file in its worker', () => {
  test('reads a file like on the page and reports the same error', async () => {
    const { given } = hooks();
    const entry = {
      type: 'totp',
      name: 'ada',
      issuer: 'Bank',
      info: { secret: 'JBSWY3DPEHPK3PXP' },
    };
    const plain = file({ version: 1, header: {}, db: { version: 3, entries: [entry] } });
    expect(await readInWorker(plain, given)).toMatchObject({
      kind: 'read',
      app: 'Aegis',
      accounts: [{ issuer: 'Bank', account: 'ada' }],
    });
    const unknown = new AppError('format/too-new');
    await expect(readInWorker(file({ version: 2, header: {}, db: {} }), given)).rejects.toEqual(
      unknown,
    );
  });

  test('announces a wait of minutes and stops as soon as it is canceled', async () => {
    const slot = { type: 1, n: 2 ** 20, r: 8, p: 16, salt: '00'.repeat(32) };
    const sealed = file({ version: 1, header: { slots: [slot] }, db: 'AAAA' });
    const told = Promise.withResolvers<number | null>();
    const { ended, given } = hooks(told.resolve);
    const reading = readInWorker(sealed, given);
    expect(await told.promise).toBeGreaterThan(10_000);
    const start = performance.now();
    ended.abort(new Error('enough'));
    await expect(reading).rejects.toThrow('enough');
    // The work would take minutes.
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
