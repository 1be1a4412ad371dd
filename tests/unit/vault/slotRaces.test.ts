import { expect, test } from 'vitest';
import { pretendPasskeys, vaultWorld } from '../../support/vaultWorld';

const passphrase = 'correct horse';

/** Returns a page that waits until the user touches a passkey. */
async function waitingPage() {
  const world = await vaultWorld();
  const first = world.open();
  await first.create(passphrase);
  const asked = Promise.withResolvers<void>();
  const touched = Promise.withResolvers<void>();
  const waiting = world.open({
    passkeys: {
      ...pretendPasskeys,
      create: async (label, salt) => {
        asked.resolve();
        await touched.promise;
        return pretendPasskeys.create(label, salt);
      },
    },
  });
  const adding = waiting.slots.addPasskey(passphrase, 'slow');
  await asked.promise;
  return { first, adding, touch: touched.resolve };
}

test('passkeys that two pages add at once both survive the next vault key rotation', async () => {
  const { first, adding, touch } = await waitingPage();
  await first.slots.addPasskey(passphrase, 'quick');
  touch();
  await adding;
  await first.slots.rotate(passphrase);
  expect((await first.slots.list()).map(({ label }) => label)).toEqual(['', 'quick', 'slow']);
});

test('no passkey is added if another page changed the passphrase in the meantime', async () => {
  const { first, adding, touch } = await waitingPage();
  await first.slots.changePassphrase(passphrase, 'another horse');
  touch();
  await expect(adding).rejects.toThrow('vault/wrong-passphrase');
  expect((await first.slots.list()).map(({ type }) => type)).toEqual(['passphrase']);
});
