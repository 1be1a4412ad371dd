import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Manage, type Section } from '../../components/manage';
import { Accounts } from '../../components/manage/accounts';
import { ManageContext } from '../../components/manage/ManageContext';
import { PendingImport } from '../../components/manage/PendingImport';
import { ImportPage } from '../../components/manage/transfer';
import { Newcomer } from '../../components/manage/welcome';
import { createImportStore } from '../../components/stores/createImportStore';
import '../../components/ui/tokens.css';
import { makeOtp, needsPin } from '../../lib/otp';
import { columnsOf, readInWorker, readTable } from '../../lib/transfer';
import { passphrase, popupWorld } from '../support/popupWorld';
import { chooseFile } from './chooseFile';
import { press } from './press';
import { securityStoreOf } from './securityStoreOf';

const root = document.createElement('div');
document.body.append(root);

const uri = 'otpauth://totp/Harbour%20Bank:ada?secret=JBSWY3DPEHPK3PXP&issuer=Harbour%20Bank';

beforeEach(() => page.viewport(1280, 860));
afterEach(() => {
  render(null, root);
  location.hash = '';
});

/** Renders the manage page with the accounts and the import at this path. */
async function open(hash: string) {
  const world = await popupWorld();
  const { vault } = world;
  const store = createImportStore({
    vault,
    pins: { needsPin, makeOtp },
    columns: {
      columnsOf,
      readTable,
      find: () => Promise.resolve(null),
      remember: () => Promise.resolve(),
    },
    read: (file, key, hooks) => readInWorker({ ...file, ...key }, hooks),
  });
  const security = securityStoreOf(vault);
  const sections: readonly Section[] = [
    {
      id: 'accounts',
      icon: 'list',
      label: () => 'Accounts',
      load: () => Promise.resolve(Accounts),
    },
    {
      id: 'import',
      icon: 'download',
      label: () => 'Import',
      load: () =>
        Promise.resolve(() => (
          <ImportPage store={store} codeOf={() => '123 456'} security={security} />
        )),
    },
  ];
  location.hash = hash;
  render(<Manage parts={world.parts} sections={sections} />, root);
  return world;
}

test("opens another app's file that was chosen before there was a vault", async () => {
  await open('#/restore');
  await userEvent.upload(page.getByLabelText('Backup file'), new File([uri], 'accounts.txt'));
  await press('Import from another app');
  await page.getByLabelText('Passphrase', { exact: true }).fill('another passphrase');
  await page.getByLabelText('Confirm passphrase').fill('another passphrase');
  await press('Create vault');
  await expect.element(page.getByText('1 account found')).toBeVisible();
});

test('drops the file if the newcomer takes another way', async () => {
  const { parts } = await popupWorld();
  const pending = signal<File | null>(new File([uri], 'accounts.txt'));
  location.hash = '#/create';
  render(
    <ManageContext.Provider value={parts}>
      <PendingImport.Provider value={pending}>
        <Newcomer />
      </PendingImport.Provider>
    </ManageContext.Provider>,
    root,
  );
  await expect.poll(() => pending.value).toBe(null);
});

test('"Done" leads to the accounts, with the focus on their heading', async () => {
  const { vault, parts } = await open('#/import');
  await parts.vaultStore.create(passphrase);
  for (const [button, toast] of [
    ['Import 1 account', '1 account imported'],
    ['Done', null],
  ] as const) {
    location.hash = '#/import';
    await expect.element(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
    chooseFile(root, new TextEncoder().encode(uri), 'accounts.txt');
    await press(button);
    if (toast) await expect.element(page.getByText(toast)).toBeVisible();
    await expect.element(page.getByRole('heading', { name: 'Accounts' })).toHaveFocus();
    expect(location.hash).toBe('#/accounts');
  }
  expect(await vault.list()).toHaveLength(1);
});
