import { signal } from '@preact/signals';
import { beforeEach, expect, test } from 'vitest';
import { createAddStore } from '../../../components/stores/createAddStore';
import { createDrafts } from '../../../components/stores/createDrafts';
import { encodeBase32 } from '../../../lib/otp';
import { passphrase, popupWorld, type PopupWorld } from '../../support/popupWorld';
import { draft } from '../../support/vaultWorld';
import { eventually } from '../../support/eventually';

let world: PopupWorld;

beforeEach(async () => {
  world = await popupWorld({ now: 30_000 * 1000 });
  await world.parts.vaultStore.create(passphrase);
});

test('shows the code of a typed key before the key is saved, or an error if the key is invalid', async () => {
  const { vault } = world;
  const form = createAddStore({ vault, second: signal(59_000) });
  expect(form.reading.value).toBeNull();
  form.set({ issuer: 'Example', key: 'JBSW1' });
  expect(form.reading.value?.error).toMatchObject({ code: 'otp/bad-secret' });
  form.set({ key: 'jbsw y3dp-ehpk 3pxp', digits: '11' });
  expect(form.reading.value?.error).toMatchObject({ code: 'otp/bad-digits' });
  form.set({ digits: '6', kind: 'yandex' });
  expect(form.reading.value?.account).toBeUndefined();
  form.set({ kind: 'totp', key: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', digits: '8' });
  expect(form.code.value).toBe('94287082');
  const id = await form.save();
  expect(await vault.get(id)).toMatchObject({ issuer: 'Example', otp: { digits: 8 } });
  expect(form.form.value.key).toBe('');
});

test('accepts an otpauth link in the key field', async () => {
  const { vault } = world;
  const form = createAddStore({ vault, second: signal(0) });
  form.set({ key: 'otpauth://totp/Example:ada?secret=JBSWY3DPEHPK3PXP&algorithm=SHA256&digits=8' });
  const id = await form.save();
  expect(await vault.get(id)).toMatchObject({
    issuer: 'Example',
    account: 'ada',
    otp: { algorithm: 'SHA256', digits: 8 },
  });
});

test.each([
  ['', 'otp/bad-counter'],
  [' ', 'otp/bad-counter'],
  ['1e3', 'otp/bad-counter'],
  ['0x10', 'otp/bad-counter'],
  ['+7', 'otp/bad-counter'],
])('rejects the HOTP counter %j with %s', (counter, code) => {
  const form = createAddStore({ vault: world.vault, second: signal(0) });
  form.set({ issuer: 'Example', key: 'JBSWY3DPEHPK3PXP', kind: 'hotp', counter });
  expect(form.reading.value?.error).toMatchObject({ code });
});

test('accepts a counter in the digits of any script', () => {
  const form = createAddStore({ vault: world.vault, second: signal(0) });
  form.set({ issuer: 'Example', key: 'JBSWY3DPEHPK3PXP', kind: 'hotp', counter: '٥٠٠' });
  expect(form.reading.value?.account?.otp.counter).toBe(500);
});

test('reports a typed key or name that the vault already has', async () => {
  const { vault } = world;
  await vault.add([{ ...draft('GitHub', 'ada') }]);
  const form = createAddStore({ vault, second: signal(0) });
  form.set({ issuer: 'github', account: 'Ada', key: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJR' });
  await eventually(() => expect(form.known.value).toMatchObject({ same: 'names' }));
  form.set({ key: encodeBase32(draft().otp.secret) });
  await eventually(() => expect(form.known.value).toMatchObject({ same: 'secret' }));
  form.set({ issuer: 'Other', account: 'else' });
  await eventually(() => expect(form.known.value).toBeNull());
});

test('a lock empties the form, and unlocking the vault fills it in again', async () => {
  const { vault, parts } = world;
  const draftOf = createDrafts(vault.drafts);
  const { state } = parts.vaultStore;
  const form = createAddStore({ vault, second: signal(0), state, draft: draftOf('add') });
  form.set({ issuer: 'Example', key: 'JBSWY3DPEHPK3PXP' });
  await vault.drafts.seal('', '');
  await vault.lock();
  await eventually(() => expect(form.form.value.key).toBe(''));
  await vault.unlock(passphrase);
  await eventually(() =>
    expect(form.form.value).toMatchObject({ issuer: 'Example', key: 'JBSWY3DPEHPK3PXP' }),
  );
  await form.save();
  await vault.lock();
  await eventually(() => expect(state.value).toBe('locked'));
  await vault.unlock(passphrase);
  await eventually(() => expect(state.value).toBe('unlocked'));
  expect(await draftOf('add').read()).toBeNull();
  expect(form.form.value.key).toBe('');
});
