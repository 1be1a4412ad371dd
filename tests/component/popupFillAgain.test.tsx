import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { draft } from '../support/vaultWorld';
import { eventually } from '../support/eventually';
import { closePopup, complaints, openPopup, root, see, seeCodes } from './popupPage';
import { press } from './press';
import { site } from './askToFill';

afterEach(closePopup);

/** An HOTP account. */
const counted = {
  ...draft('Counted'),
  otp: { ...draft('Counted').otp, kind: 'hotp' as const, counter: 5 },
  hosts: ['example.com'],
};

test('a page without a field uses up no HOTP code', async () => {
  const { filled, vault, ids } = await openPopup([counted], {
    site,
    page: { seek: 'none' },
  });
  await press('Fill in the code for Counted');
  await see('No field for a code was found on this page.');
  expect(filled).toEqual([]);
  expect((await vault.get(ids[0] ?? '')).otp.counter).toBe(5);
});

test("a page that doesn't keep the code uses up no HOTP code, and the code can be copied", async () => {
  const { copied, filled, vault, ids } = await openPopup([counted], {
    site,
    page: { fill: 'refused' },
  });
  const counter = async () => (await vault.get(ids[0] ?? '')).otp.counter;
  await press('Fill in the code for Counted');
  await see("The page didn't keep the code that was put in.");
  expect(await complaints()).toEqual([]);
  expect(filled).toHaveLength(1);
  expect(await counter()).toBe(5);
  await press('Copy the code');
  await eventually(() => expect(copied).toEqual([filled[0]?.code]));
  expect(await counter()).toBe(6);
});

test('the popup says that a code was already filled, and can wait for the next code and fill it', async () => {
  const gitHub = { ...draft('GitHub'), hosts: ['example.com'] };
  const { filled, tick } = await openPopup([gitHub], { site });
  await seeCodes(1);
  await press('Fill in the code for GitHub');
  await eventually(() => expect(filled).toHaveLength(1));
  await press('Fill in the code for GitHub');
  await see('This code was filled in a moment ago.');
  expect(await complaints()).toEqual([]);
  expect(filled).toHaveLength(1);
  await press('Fill in the next one');
  await see('Waiting for the next code');
  tick(30_000);
  await eventually(() => expect(filled).toHaveLength(2));
  expect(filled[1]?.code).not.toBe(filled[0]?.code);
});

test('a frame of another host is filled once the user has allowed it', async () => {
  const gitHub = { ...draft('GitHub'), hosts: ['login.example'] };
  const { filled } = await openPopup([gitHub], {
    site,
    page: { seek: 'none' },
    frames: ['https://ads.example', 'https://login.example'],
  });
  await seeCodes(1);
  await press('More actions for GitHub');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await see('comes from another host');
  expect(root.querySelector('dialog')?.innerText).toContain('login.example');
  expect(await complaints()).toEqual([]);
  expect(filled).toEqual([]);
  await press('Allow it');
  await eventually(() => expect(filled.map(({ host }) => host)).toEqual(['login.example']));
});

test("the popup shows why a shortcut couldn't fill, whether locked or unlocked", async () => {
  const { parts } = await openPopup([draft('GitHub')], { notice: 'No account is bound.' });
  await see('No account is bound.');
  expect(await complaints()).toEqual([]);
  await parts.vaultStore.lock();
  await see('Unlock');
  await see('No account is bound.');
});

test('without access to the page, a side panel says how to grant it', async () => {
  const { goTo } = await openPopup([draft('GitHub')], { beside: true });
  await see('To fill in codes here, click the Tessera toolbar button.');
  expect(await complaints()).toEqual([]);
  await press('More');
  await press('Check the clock');
  await see('To check the clock, open a site');
  await userEvent.keyboard('{Escape}');
  goTo(site);
  await eventually(() => expect(root.innerText).not.toContain('To fill in codes here'));
});
