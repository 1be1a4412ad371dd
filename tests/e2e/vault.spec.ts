import { authenticator, passphrase } from './authenticator';
import { expectAccessible } from './axe';
import { dumpStorage } from './dumpStorage';
import { expect, test } from './fixtures';
import { fromBase32, inClear } from './inClear';
import { oathtool } from './oathtool';

const key = 'JBSW Y3DP EHPK 3PXP J6NH';

test('a new user creates a vault, enters a secret key and sees the right code', async ({
  context,
  at,
}) => {
  const manage = authenticator(await context.newPage());
  await manage.page.goto(at('manage.html#/add'));
  await manage.createVault();
  await manage.addByKey({ site: 'Harbour Bank', name: 'ada@example.com', key: key.toLowerCase() });

  const popup = authenticator(await context.newPage());
  await popup.page.goto(at('popup.html'));
  await expect(popup.code('Harbour Bank')).toBeVisible();
  await expect.poll(async () => (await popup.digits('Harbour Bank')) === oathtool(key)).toBe(true);
  await expectAccessible(popup.page);
});

test("a wrong passphrase doesn't unlock the vault and is reported in one sentence", async ({
  context,
  at,
}) => {
  const popup = authenticator(await context.newPage());
  await popup.page.goto(at('popup.html'));
  await popup.createVault();
  await popup.page.getByRole('button', { name: 'Lock' }).click();
  await popup.unlock('not the passphrase');
  await expect(popup.page.getByText("That passphrase isn't right.")).toBeVisible();
  await expectAccessible(popup.page);
  await popup.unlock();
  await expect(popup.page.getByText('Add your first account')).toBeVisible();
});

test('locking one page locks every page immediately', async ({ context, at }) => {
  const popup = authenticator(await context.newPage());
  await popup.page.goto(at('popup.html'));
  await popup.createVault();
  const manage = authenticator(await context.newPage());
  await manage.page.goto(at('manage.html'));
  await expect(manage.page.getByRole('heading', { name: 'Add your first account' })).toBeVisible();
  await popup.page.getByRole('button', { name: 'Lock' }).click();
  for (const { page } of [popup, manage])
    await expect(page.getByRole('heading', { name: 'Your vault is locked' })).toBeVisible();
});

test('nothing on disk contains the secret key, the name, a code or the passphrase in plain text', async ({
  context,
  at,
}) => {
  const manage = authenticator(await context.newPage());
  await manage.page.goto(at('manage.html#/add'));
  await manage.createVault();
  await manage.addByKey({ site: 'Harbour Bank', name: 'ada@example.com', key });
  const popup = authenticator(await context.newPage());
  await popup.page.goto(at('popup.html'));
  const code = await popup.digits('Harbour Bank');

  const stored = await dumpStorage(popup.page);
  expect(stored.length).toBeGreaterThan(10);
  const secrets = {
    secret: fromBase32(key),
    'secret as typed': key,
    site: 'Harbour Bank',
    account: 'ada@example.com',
    code,
    passphrase,
  };
  expect(inClear(stored, secrets)).toEqual([]);
});

test('the search for unencrypted secrets finds a planted secret', async ({ context, at }) => {
  const page = await context.newPage();
  await page.goto(at('popup.html'));
  await page.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { set(values: object): Promise<void> } } };
    };
    await chrome.storage.local.set({ planted: { inner: ['J6NHYC7B2KBTUVLG'] } });
    await new Promise<void>((resolve) => {
      const opening = indexedDB.open('planted', 1);
      opening.addEventListener('upgradeneeded', () => {
        const bytes = new Uint8Array([0x4f, 0x9a, 0x7c, 0x0b, 0xe1, 0xd2, 0x83, 0x3a, 0x55, 0x66]);
        opening.result.createObjectStore('things').put({ bytes }, 'a');
      });
      opening.addEventListener('success', () => {
        opening.result.close();
        resolve();
      });
    });
  });
  const found = inClear(await dumpStorage(page), { secret: fromBase32('J6NHYC7B2KBTUVLG') });
  expect(found).toEqual([
    expect.stringMatching(/^planted\/things.*bytes: secret as plain$/),
    expect.stringMatching(/^storage\.local\.planted.*: secret as base32$/),
  ]);
});
