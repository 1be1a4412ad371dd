import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ManageContext } from '../../components/manage/ManageContext';
import { PreferencesPage } from '../../components/manage/preferences';
import '../../components/ui/tokens.css';
import { popupWorld, type PopupOptions } from '../support/popupWorld';
import { eventually } from './eventually';
import { expectNoBarriersInAnyLook } from './expectNoBarriers';

const root = document.createElement('main');
document.body.append(root);

afterEach(() => render(null, root));

/** The preferences page; `allowed` is the browser's answer when it is asked about the clipboard. */
async function open(options: PopupOptions = {}, allowed = true) {
  const { parts, source } = await popupWorld(options);
  const allowClearing = vi.fn<() => Promise<boolean>>(() => Promise.resolve(allowed));
  render(
    <ManageContext.Provider value={parts}>
      <PreferencesPage allowClearing={allowClearing} />
    </ManageContext.Provider>,
    root,
  );
  return { values: () => parts.preferences.values.value, allowClearing, source };
}

const control = (label: string) => {
  const found = [...root.querySelectorAll('label')].find((one) => one.innerText === label)?.control;
  if (!found) throw new Error(`no ${label}`);
  return found as HTMLInputElement;
};

test('every change holds at once', async () => {
  const { values } = await open();
  await expectNoBarriersInAnyLook();
  await userEvent.selectOptions(control('Rows'), 'Compact');
  await userEvent.click(control('Hide codes until they are clicked'));
  await userEvent.selectOptions(control('Lock without use'), 'After 5 minutes');
  await userEvent.fill(control('Correction in seconds'), '-42');
  await eventually(() =>
    expect(values()).toMatchObject({
      density: 'compact',
      hideCodes: true,
      lockAfter: 5,
      clockOffset: -42_000,
    }),
  );
});

test('when a vault locks is no choice for one without a passphrase', async () => {
  const { source } = await open();
  expect(control('Lock without use')).toBeVisible();
  await source.createWithoutPassphrase();
  await eventually(() => expect(root.innerText).not.toContain('Lock without use'));
});

test('the clipboard is cleared only where the browser allows it', async () => {
  const refused = await open({}, false);
  const label = 'Clear copied codes from the clipboard';
  await userEvent.selectOptions(control(label), 'After 30 seconds');
  await eventually(() => expect(refused.allowClearing).toHaveBeenCalledOnce());
  expect(refused.values().clearClipboardAfter).toBe(0);
  render(null, root);
  const allowed = await open();
  await userEvent.selectOptions(control(label), 'After 30 seconds');
  await eventually(() => expect(allowed.values().clearClipboardAfter).toBe(30));
});

test('what an organization fixed is said and cannot be changed', async () => {
  const policy = { fixed: { hideCodes: true, theme: 'dark' as const }, lockAfterAtMost: 15 };
  await open({ policy });
  expect(root.innerText).toContain('Your organization has fixed some of these.');
  expect(control('Hide codes until they are clicked').disabled).toBe(true);
  expect(control('Colours').disabled).toBe(true);
  expect(control('Rows').disabled).toBe(false);
  expect(control('Lock without use').innerText).not.toContain('Never');
  await expectNoBarriersInAnyLook();
});
