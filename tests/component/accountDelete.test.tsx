import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { makeOtp } from '../../lib/otp';
import { closeAccount, field, openAccount, root, see } from './accountPage';
import { eventually } from '../support/eventually';
import { press } from './press';

afterEach(closeAccount);

test('deleting an account with unsaved input saves the input and can be undone', async () => {
  const { entry, vault, leave } = await openAccount();
  await userEvent.fill(field('Note'), 'In the safe');
  await press('Delete account');
  await see('moved to the trash');
  leave();
  expect(await vault.list()).toEqual([]);
  // Changes are made in order, so this call waits for the page's.
  await vault.restore([]);
  expect(root.innerText).toContain('moved to the trash');
  await press('Undo');
  await eventually(async () => expect(await vault.list()).toHaveLength(1));
  expect((await entry()).note).toBe('In the safe');
});

test("deleting an account keeps input that can't be saved", async () => {
  const secret = new TextEncoder().encode('12345678901234567890');
  const otp = makeOtp({ kind: 'hotp', secret, counter: 7 });
  const { show, leave, vault } = await openAccount({ otp });
  await userEvent.fill(field('Next counter'), 'seven');
  await press('Delete account');
  await see('moved to the trash');
  leave();
  await vault.restore([]);
  expect(root.innerText).toContain('moved to the trash');
  await press('Undo');
  await eventually(async () => expect(await vault.list()).toHaveLength(1));
  await show();
  await eventually(() => expect(field('Next counter').value).toBe('seven'));
});
