import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { passphrase } from '../support/popupWorld';
import { closeAccount, openAccount, root, see } from './accountPage';
import { eventually } from '../support/eventually';
import { expectNoBarriersInAnyLook } from './expectNoBarriers';
import { press } from './press';

afterEach(closeAccount);

test('the QR code is shown without asking for a passphrase if the vault has none', async () => {
  await openAccount({}, false);
  await press('Show QR code');
  await eventually(() =>
    expect(root.querySelector('[role=img]')?.ariaLabel).toBe('QR code to set up GitHub'),
  );
});

test('a link to the QR code asks for the passphrase at once', async () => {
  const { show } = await openAccount();
  closeAccount();
  await show('/qr');
  await see('Enter your passphrase to show the QR code');
  await userEvent.keyboard(`${passphrase}{Enter}`);
  await eventually(() =>
    expect(root.querySelector('[role=img]')?.ariaLabel).toBe('QR code to set up GitHub'),
  );
});

test('a link to the QR code asks once, and leaves the address of the account', async () => {
  const { show, id } = await openAccount();
  closeAccount();
  await show('/qr');
  await see('Enter your passphrase to show the QR code');
  expect(location.hash).toBe(`#/account/${id}`);
  await press('Cancel');
  await eventually(() => expect(root.querySelector('dialog')).toBeNull());
  // The popup opens the link again in the same tab.
  location.hash = `#/account/${id}/qr`;
  await see('Enter your passphrase to show the QR code');
});

test('a page ignores the link to the QR code of another account', async () => {
  await openAccount();
  location.hash = '#/account/another/qr';
  await press('Show QR code');
  await see('Enter your passphrase to show the QR code');
  expect(location.hash).toBe('#/account/another/qr');
});

test('the QR code is shown only after the passphrase was entered, can be hidden again, and the focus stays beside it', async () => {
  await openAccount();
  await press('Show QR code');
  await userEvent.keyboard('not my passphrase{Enter}');
  await see("That passphrase isn't right");
  expect(root.querySelector('[role=img]')).toBeNull();
  // The wrong passphrase is selected, so typing replaces it.
  await userEvent.keyboard(`${passphrase}{Enter}`);
  await eventually(() =>
    expect(root.querySelector('[role=img]')?.ariaLabel).toBe('QR code to set up GitHub'),
  );
  await expectNoBarriersInAnyLook();
  await expect.poll(() => document.activeElement?.textContent).toBe('Copy secret key');
  await press('Hide QR code');
  await eventually(() => expect(root.querySelector('[role=img]')).toBeNull());
  await expect.poll(() => document.activeElement?.textContent).toBe('Show QR code');
});
