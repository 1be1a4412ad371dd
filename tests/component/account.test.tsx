import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { makeOtp } from '../../lib/otp';
import { closeAccount, field, openAccount, root, see } from './accountPage';
import { eventually } from '../support/eventually';
import { expectNoBarriers, expectNoBarriersInAnyLook } from './expectNoBarriers';
import { press, seenButton } from './press';

afterEach(closeAccount);

test("an account's icon can be chosen by name and reset to the automatic icon", async () => {
  const { entry } = await openAccount();
  await press('Change icon');
  expect((await seenButton('Automatic (by name)')).ariaPressed).toBe('true');
  await userEvent.keyboard('gitl');
  await eventually(() => expect(root.querySelectorAll('dialog li')).toHaveLength(1));
  await expectNoBarriers();
  await press('GitLab');
  await eventually(async () => expect((await entry()).icon).toBe('gitlab'));
  await press('Change icon');
  await eventually(async () => expect((await seenButton('GitLab')).ariaPressed).toBe('true'));
  await press('Letter');
  await eventually(async () => expect((await entry()).icon).toBe('none'));
  await press('Change icon');
  await press('Automatic (by name)');
  await eventually(async () => expect((await entry()).icon).toBe(''));
});

test('the account page shows a letter for a name without a packaged icon', async () => {
  await openAccount({ issuer: 'Harbour Bank' });
  await press('Change icon');
  expect((await seenButton('Letter')).ariaPressed).toBe('true');
  expect(root.innerText).not.toContain('Automatic (by name)');
  await userEvent.keyboard('no such service');
  await see('Tessera has no icon with this name.');
});

test('a note is saved if the user leaves the page without saving', async () => {
  const { entry } = await openAccount({ note: 'Old' });
  await userEvent.fill(field('Note'), 'In the safe');
  closeAccount();
  await eventually(async () => expect((await entry()).note).toBe('In the safe'));
});

test("leaving the page with unsaved input doesn't restore a deleted account", async () => {
  const { entry, vault, id } = await openAccount();
  await userEvent.fill(field('Note'), 'In the safe');
  await vault.remove([id]);
  closeAccount();
  await entry();
  expect(await vault.list()).toEqual([]);
});

test("saving a note doesn't reset a counter that has increased in the meantime", async () => {
  const secret = new TextEncoder().encode('12345678901234567890');
  const { entry, tick } = await openAccount({ otp: makeOtp({ kind: 'hotp', secret, counter: 7 }) });
  const counter = async () => (await entry()).otp.counter;
  await press('Next code');
  await eventually(async () => expect(await counter()).toBe(8));
  tick(1000);
  await press('Next code');
  await eventually(() => expect(field('Next counter').value).toBe('9'));
  await userEvent.fill(field('Note'), 'In the safe');
  await press('Save');
  await eventually(async () => expect((await entry()).note).toBe('In the safe'));
  expect(await counter()).toBe(9);
  await userEvent.fill(field('Next counter'), '4');
  await press('Save');
  await eventually(async () => expect(await counter()).toBe(4));
});

test.each(['', '1e3', '0x10', '-1'])(
  'the counter %j is rejected, and the saved counter stays',
  async (typed) => {
    const secret = new TextEncoder().encode('12345678901234567890');
    const { entry } = await openAccount({ otp: makeOtp({ kind: 'hotp', secret, counter: 500 }) });
    await userEvent.fill(field('Next counter'), typed);
    await press('Save');
    await see('The counter must be a whole number, 0 or higher.');
    expect((await entry()).otp.counter).toBe(500);
  },
);

test("the account page shows changes made by another page, and doesn't overwrite them", async () => {
  const { vault, id, entry } = await openAccount();
  await userEvent.fill(field('Tags'), 'work, bank');
  await vault.update(id, () => ({ issuer: 'Renamed' }));
  await eventually(() => expect(field('Site or company').value).toBe('Renamed'));
  expect(field('Tags').value).toBe('work, bank');
  await press('Save');
  await eventually(async () => expect((await entry()).tags).toEqual(['work', 'bank']));
  expect((await entry()).issuer).toBe('Renamed');
  await userEvent.fill(field('Account name'), ' grace@example.org ');
  await press('Save');
  await eventually(async () => expect((await entry()).account).toBe('grace@example.org'));
});

test('if the preference hides codes, each code is hidden until the user requests it', async () => {
  const { parts } = await openAccount();
  await parts.preferences.set({ hideCodes: true });
  await see('••• •••');
  expect(root.innerText).not.toMatch(/\d{3} \d{3}/);
  await press('Show code');
  await eventually(() => expect(root.innerText).toMatch(/\d{3} \d{3}/));
});

test('a revealed code is hidden again after half a minute', async () => {
  const { parts } = await openAccount();
  await parts.preferences.set({ hideCodes: true });
  await see('••• •••');
  const button = await seenButton('Show code');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    button.click();
    await eventually(() => expect(root.innerText).toMatch(/\d{3} \d{3}/));
    vi.advanceTimersByTime(25_000);
    expect(root.innerText).toMatch(/\d{3} \d{3}/);
    vi.advanceTimersByTime(6_000);
    await eventually(() => expect(root.innerText).toContain('••• •••'));
  } finally {
    vi.useRealTimers();
  }
});

const wordsOfCode = () => root.querySelector('[dir=ltr]')?.ariaLabel;

test('an HOTP account announces that it has no code yet, and announces each new code', async () => {
  const secret = new TextEncoder().encode('12345678901234567890');
  await openAccount({ otp: makeOtp({ kind: 'hotp', secret }) });
  expect(wordsOfCode()).toBe('No code yet. Get the next one.');
  await press('Next code');
  await see('755 224');
  expect(wordsOfCode()).toBeNull();
  expect(root.querySelector('output')?.textContent).toBe('A new code is shown');
});

const bind = async (address: string) => {
  await userEvent.fill(root.querySelector('input[inputmode=url]') ?? root, address);
  await press('Add site');
};

/** Returns how far the bottom of the button is below the bottom of the field, in pixels. */
async function buttonOffset(): Promise<number> {
  const input = root.querySelector('input[inputmode=url]')?.getBoundingClientRect();
  const button = (await seenButton('Add site')).getBoundingClientRect();
  return Math.round(button.bottom - (input?.bottom ?? 0));
}

test('a site can be linked by any address of its host, and unlinked', async () => {
  const { entry } = await openAccount();
  const hosts = async () => (await entry()).hosts;
  await bind('https://www.GitHub.com/login?next=1');
  await eventually(async () => expect(await hosts()).toEqual(['www.github.com']));
  const before = await buttonOffset();
  await bind('co.uk');
  await see('Enter the address of a site, such as example.com.');
  expect(await buttonOffset()).toBe(before);
  await expectNoBarriersInAnyLook();
  await press('Remove www.github.com');
  await eventually(async () => expect(await hosts()).toEqual([]));
});
