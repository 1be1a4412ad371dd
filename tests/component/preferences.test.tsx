import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ManageContext } from '../../components/manage/ManageContext';
import { PreferencesPage } from '../../components/manage/preferences';
import '../../components/ui/tokens.css';
import { popupWorld, type PopupOptions } from '../support/popupWorld';
import { eventually } from '../support/eventually';
import { expectNoBarriersInAnyLook } from './expectNoBarriers';

const root = document.createElement('main');
document.body.append(root);

afterEach(() => render(null, root));

/**
 * Renders the preferences page. `allowed` is the browser's answer to the permission request. `already` tells
 * whether the permission was granted before.
 */
async function open(options: PopupOptions = {}, allowed = true, already = false) {
  const { parts, vault } = await popupWorld(options);
  const allow = vi.fn<() => Promise<boolean>>(() => Promise.resolve(allowed));
  render(
    <ManageContext.Provider value={parts}>
      <PreferencesPage clearing={{ allow, isAllowed: () => Promise.resolve(already) }} />
    </ManageContext.Provider>,
    root,
  );
  return { values: () => parts.preferences.values.value, allow, vault };
}

const control = (label: string) => {
  const found = [...root.querySelectorAll('label')].find((one) => one.innerText === label)?.control;
  if (!found) throw new Error(`no ${label}`);
  return found as HTMLInputElement;
};

test('every preference takes effect immediately', async () => {
  const { values } = await open();
  await expectNoBarriersInAnyLook();
  await userEvent.selectOptions(control('Density'), 'Compact');
  await userEvent.click(control('Hide codes until clicked'));
  await userEvent.selectOptions(control('Lock when idle'), 'After 5 minutes');
  await userEvent.fill(control('Correction (seconds)'), '-42');
  await eventually(() =>
    expect(values()).toMatchObject({
      density: 'compact',
      hideCodes: true,
      lockAfter: 5,
      clockOffset: -42_000,
    }),
  );
});

test('a vault without a passphrase has no preference for auto-lock', async () => {
  const { vault } = await open();
  expect(control('Lock when idle')).toBeVisible();
  await vault.createWithoutPassphrase();
  await eventually(() => expect(root.innerText).not.toContain('Lock when idle'));
});

const options = (label: string) =>
  [...control(label).querySelectorAll('option')].map(({ text }) => text);

test('times are shown in the largest unit that fits', async () => {
  await open();
  expect(options('Clear copied codes from the clipboard')).toEqual([
    'Never',
    'After 30 seconds',
    'After 1 minute',
    'After 2 minutes',
    'After 5 minutes',
  ]);
  expect(options('Lock when idle')).toContain('After 4 hours');
});

test('clearing the clipboard is turned on only if the browser allows it', async () => {
  const refused = await open({}, false);
  const label = 'Clear copied codes from the clipboard';
  await userEvent.selectOptions(control(label), 'After 30 seconds');
  await eventually(() => expect(refused.allow).toHaveBeenCalledOnce());
  expect(refused.values().clearClipboardAfter).toBe(0);
  render(null, root);
  const allowed = await open();
  await userEvent.selectOptions(control(label), 'After 30 seconds');
  await eventually(() => expect(allowed.values().clearClipboardAfter).toBe(30));
});

test('preferences that an organization fixed are marked and disabled', async () => {
  const policy = { fixed: { hideCodes: true, theme: 'dark' as const }, lockAfterAtMost: 15 };
  await open({ policy });
  expect(root.innerText).toContain('Your organization manages some of these settings.');
  expect(control('Hide codes until clicked').disabled).toBe(true);
  expect(control('Theme').disabled).toBe(true);
  expect(control('Density').disabled).toBe(false);
  expect(control('Lock when idle').innerText).not.toContain('Never');
  await expectNoBarriersInAnyLook();
});

/** Returns the selected option's text. */
const chosen = (label: string) =>
  (control(label) as unknown as HTMLSelectElement).selectedOptions[0]?.label;

test("a value that an organization fixed is shown even if it isn't one of the usual options", async () => {
  await open({
    policy: { fixed: { lockAfter: 10, clearClipboardAfter: 45 } },
    preferences: { lockAfter: 10, clearClipboardAfter: 45 },
  });
  expect(chosen('Lock when idle')).toBe('After 10 minutes');
  expect(chosen('Clear copied codes from the clipboard')).toBe('After 45 seconds');
});

test('if clearing the clipboard needs a permission, the page says so and offers to request the permission', async () => {
  const set = {
    policy: { fixed: { clearClipboardAfter: 45 } },
    preferences: { clearClipboardAfter: 45 },
  };
  const { allow } = await open(set);
  await eventually(() => expect(root.innerText).toContain('nothing is cleared'));
  expect(control('Clear copied codes from the clipboard').disabled).toBe(true);
  await expectNoBarriersInAnyLook();
  const button = [...root.querySelectorAll('button')].find(
    ({ innerText }) => innerText === 'Allow clearing',
  );
  if (button) await userEvent.click(button);
  await eventually(() => expect(root.innerText).not.toContain('nothing is cleared'));
  expect(allow).toHaveBeenCalledOnce();
});

test('the page reports no missing permission if clearing the clipboard is allowed or turned off', async () => {
  await open({ preferences: { clearClipboardAfter: 30 } }, true, true);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(root.innerText).not.toContain('nothing is cleared');
  render(null, root);
  await open();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(root.innerText).not.toContain('nothing is cleared');
});

test('an invalid clock correction is rejected with a message, and an empty field counts as 0', async () => {
  const { values } = await open({ preferences: { clockOffset: 45_000 } });
  const field = control('Correction (seconds)');
  await userEvent.fill(field, '100000');
  await eventually(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
  expect(root.innerText).toContain('86,400');
  expect(values().clockOffset).toBe(45_000);
  await userEvent.fill(field, '');
  await eventually(() => expect(values().clockOffset).toBe(0));
  await userEvent.tab();
  await eventually(() => expect(field.value).toBe('0'));
  expect(field.getAttribute('aria-invalid')).not.toBe('true');
});
