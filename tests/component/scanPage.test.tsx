import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Popup } from '../../components/popup';
import { ScanPage } from '../../components/popup/ScanPage';
import type { ScanTarget } from '../../components/stores/createScanStore';
import { AppError } from '../../lib/errors';
import '../../components/ui/tokens.css';
import { scanStore } from '../support/scanStore';
import { passphrase, popupWorld } from '../support/popupWorld';
import { eventually } from '../support/eventually';
import { expectNoBarriersInAnyLook } from './expectNoBarriers';
import { press, seenButton } from './press';

const root = document.body.appendChild(document.createElement('div'));

afterEach(() => render(null, root));

const see = (text: string) => eventually(() => expect(root.innerText).toContain(text));

/** Renders the popup during a scan, which the test completes. */
async function scanning(drawArea = () => Promise.resolve()) {
  const world = await popupWorld();
  await world.parts.vaultStore.create(passphrase);
  const store = scanStore({ vault: world.vault });
  const { promise, resolve } = Promise.withResolvers<ScanTarget>();
  const view = (showAccounts: () => void) => () => (
    <ScanPage
      store={store}
      capture={() => promise}
      drawArea={drawArea}
      showAccounts={showAccounts}
    />
  );
  const scan = (showAccounts: () => void) => Promise.resolve(view(showAccounts));
  render(<Popup parts={{ ...world.parts, scan }} />, root);
  await press('Scan this page');
  await see('Looking for QR codes');
  return { world, end: (...texts: readonly string[]) => resolve({ pictures: [], texts }) };
}

const placeOf = async (name: string) => (await seenButton(name)).getBoundingClientRect().toJSON();

const accounts = (count: number) =>
  Array.from({ length: count }, (_, at) => `otpauth://totp/Site${at}:ada?secret=JBSWY3DPEHPK3PXP`);

test.each([
  ['nothing', [], 'No QR code was found.'],
  ['accounts to choose from', accounts(2), '2 accounts found'],
  ['more accounts than there is room for', accounts(30), '30 accounts found'],
])(
  'the buttons for other ways to scan keep their place when the scan finds %s',
  async (_, texts, words) => {
    const { end } = await scanning();
    const before = [await placeOf('Select an area'), await placeOf('Other ways to scan')];
    end(...texts);
    await see(words);
    expect([await placeOf('Select an area'), await placeOf('Other ways to scan')]).toEqual(before);
    await expectNoBarriersInAnyLook();
  },
);

test("if an area can't be drawn on this page, the popup shows one sentence and keeps the other ways to scan", async () => {
  const { end } = await scanning(() => Promise.reject(new AppError('scan/forbidden-page')));
  end();
  const before = await placeOf('Select an area');
  await press('Select an area');
  await see("The browser doesn't let extensions read this page.");
  expect(await placeOf('Select an area')).toEqual(before);
});

test('every button is in view when nothing was found', async () => {
  await page.viewport(360, 442);
  const { end } = await scanning();
  end();
  await see('No QR code was found.');
  for (const name of ['Scan again', 'Select an area', 'Other ways to scan'])
    expect((await placeOf(name)).bottom).toBeLessThanOrEqual(442);
});

test('an account is not saved by itself if the user selects an area before the scan ends', async () => {
  const { world, end } = await scanning(() => new Promise(() => undefined));
  await press('Select an area');
  end(...accounts(1));
  await see('1 account found');
  expect(await world.vault.list()).toEqual([]);
});

test('Esc leads from a scan back to the accounts', async () => {
  const { end } = await scanning();
  end(...accounts(2));
  await see('2 accounts found');
  await userEvent.keyboard('{Escape}');
  await see('Add your first account');
});
