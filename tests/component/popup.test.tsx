import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Popup } from '../../components/popup';
import { AppError } from '../../lib/errors';
import { makeOtp } from '../../lib/otp';
import type { EntrySummary } from '../../lib/vault';
import { passphrase, popupWorld } from '../support/popupWorld';
import { draft } from '../support/vaultWorld';
import { eventually } from '../support/eventually';
import { painted } from './painted';
import { closePopup, codes, complaints, openPopup, root, see, seeCodes } from './popupPage';
import { press, seenButton } from './press';

afterEach(closePopup);

test('a new user chooses a passphrase, typed twice, and sees how to add the first account', async () => {
  const world = await popupWorld();
  render(<Popup parts={world.parts} />, root);
  await see('Create your vault');
  expect(await complaints()).toEqual([]);
  const [first, second] = root.querySelectorAll('input');
  if (!first || !second) throw new Error('no fields');
  await userEvent.fill(first, 'short');
  await userEvent.keyboard('{Enter}');
  await see('Use at least 8 characters.');
  await userEvent.fill(first, passphrase);
  await userEvent.fill(second, 'another');
  await userEvent.keyboard('{Enter}');
  await see("The passphrases don't match.");
  await userEvent.fill(second, passphrase);
  await userEvent.keyboard('{Enter}');
  await see('Add your first account');
  expect(await complaints()).toEqual([]);
});

test('a locked vault opens with its passphrase only, and shows no account data', async () => {
  const { parts } = await openPopup([draft('GitHub')]);
  await press('Lock');
  await see('Your vault is locked');
  expect(root.innerText).not.toContain('GitHub');
  await userEvent.keyboard('wrong passphrase{Enter}');
  await see("That passphrase isn't right");
  expect(await complaints()).toEqual([]);
  await eventually(async () => {
    await parts.vaultStore.unlock(passphrase);
  });
  await see('GitHub');
});

test('a click copies the code and confirms it', async () => {
  const { copied } = await openPopup([draft('GitHub'), draft('Google')]);
  await seeCodes(2);
  const [, second = ''] = codes();
  await press('Copy the code for Google ada@example.org');
  await see('Copied: Google');
  expect(copied).toEqual([second.replace(' ', '')]);
});

const ink = (selector: string) => {
  const found = root.querySelector(selector);
  return found && getComputedStyle(found).color;
};

test('in the last seconds the ring has the color of the code', async () => {
  const { tick } = await openPopup([draft('GitHub')]);
  await seeCodes(1);
  const [code, ring] = ['li [dir=ltr]', 'li > div:last-child > span svg'];
  expect(ink(ring)).not.toBe(ink(code));
  const calm = ink(code);
  tick(6000);
  await eventually(() => expect(ink(code)).not.toBe(calm));
  expect(ink(ring)).toBe(ink(code));
});

test('arrows move, Enter copies, digits copy one of the first nine', async () => {
  const { copied } = await openPopup([draft('One'), draft('Two'), draft('Three')]);
  await seeCodes(3);
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await see('Copied: Two');
  await userEvent.keyboard('3');
  await see('Copied: Three');
  expect(copied).toHaveLength(2);
});

test('the slash key searches, Enter copies the first result, Esc ends the search', async () => {
  const { copied } = await openPopup([draft('Alpha'), draft('Beta'), draft('Gamma')]);
  await seeCodes(3);
  await userEvent.keyboard('/gam');
  await eventually(() => expect(root.innerText).not.toContain('Alpha'));
  await userEvent.keyboard('{Enter}');
  await eventually(() => expect(copied).toHaveLength(1));
  await userEvent.keyboard('{Escape}');
  await see('Alpha');
  expect(root.querySelector('input')).toBeNull();
});

test('the search field keeps the focus after arrow keys moved through the list', async () => {
  await openPopup([draft('One'), draft('Two'), draft('Three')]);
  await seeCodes(3);
  await userEvent.keyboard('{ArrowDown}{ArrowDown}/tw');
  await seeCodes(1);
  expect(document.activeElement?.matches('input[type=search]')).toBe(true);
  expect(root.querySelector<HTMLInputElement>('input[type=search]')?.value).toBe('tw');
});

test('a letter searches at once, and Esc after a search without hits goes back to the list', async () => {
  await openPopup([draft('GitHub'), draft('Google'), draft('GitLab')]);
  await userEvent.keyboard('gitl');
  await see('GitLab');
  expect(root.querySelector('input')?.value).toBe('gitl');
  await eventually(() => expect(root.innerText).not.toContain('GitHub'));
  await userEvent.keyboard('qqqq');
  await see('Clear the search');
  await userEvent.keyboard('{Escape}');
  await eventually(() => expect(document.activeElement?.matches('li *')).toBe(true));
});

test('the seconds left are a number where that is preferred', async () => {
  await openPopup([draft('GitHub')], { preferences: { showSeconds: true } });
  await eventually(() => expect(root.querySelector('li')?.innerText).toMatch(/^\d\d?$/m));
});

test('shows the search field from ten accounts on', async () => {
  await openPopup(Array.from({ length: 10 }, (_, at) => draft(`Site ${at}`)));
  expect(root.querySelector('input[type=search]')).not.toBeNull();
  await seeCodes(10).catch(() => expect(codes().length).toBeGreaterThan(5));
});

test('filters by a clicked tag, and shows all again after another click', async () => {
  await openPopup([
    { ...draft('Alpha'), tags: ['work', 'bank'] },
    { ...draft('Beta'), tags: ['work'] },
    draft('Gamma'),
  ]);
  await seeCodes(3);
  await press('bank');
  await seeCodes(1);
  await press('work');
  await seeCodes(2);
  await press('work');
  await seeCodes(3);
});

test('a search without a result can be cleared, or leads to adding the account', async () => {
  const { opened } = await openPopup([draft('Alpha')]);
  await seeCodes(1);
  await userEvent.keyboard('/zebra');
  await see('No account matches.');
  await press('Add an account');
  expect(opened).toEqual(['#/add']);
  await press('Clear the search');
  await seeCodes(1);
});

test("a row's menu begins with the text that the row truncated", async () => {
  const account = 'someone@far.too.long.for.its.line.example.org';
  await openPopup([draft('A site with a name that is far too long for its line', account)]);
  await press('More actions for A site with a name that is far too long for its line');
  const lines = [...root.querySelectorAll<HTMLElement>('[popover]:popover-open p')];
  expect(lines.map((line) => line.innerText)).toEqual([
    'A site with a name that is far too long for its line',
    account,
  ]);
  expect(lines.filter((line) => line.scrollWidth > line.clientWidth)).toEqual([]);
});

test('reveals hidden codes by a click', async () => {
  await openPopup([draft('GitHub')], { preferences: { hideCodes: true } });
  await see('••• •••');
  expect(codes()).toEqual([]);
  await press('Copy the code for GitHub ada@example.org');
  await seeCodes(1);
});

test('renders and decrypts only the visible rows of a thousand accounts', async () => {
  const get = vi.fn<(id: string) => void>();
  const world = await popupWorld();
  await world.parts.vaultStore.create(passphrase);
  await world.vault.add(Array.from({ length: 1000 }, (_, at) => draft(`Site ${at}`)));
  const watched = {
    ...world.parts.codes,
    open: (entry: EntrySummary) => {
      get(entry.id);
      return world.parts.codes.open(entry);
    },
  };
  root.style.height = '560px';
  render(<Popup parts={{ ...world.parts, codes: watched }} />, root);
  await see('Site 0');
  expect(root.querySelectorAll('li').length).toBeLessThan(30);
  expect(get.mock.calls.length).toBeLessThan(30);
  await userEvent.keyboard('{ArrowDown}{End}');
  await see('Site 999');
  expect(root.querySelectorAll('li').length).toBeLessThan(30);
});

test('undoes deleting an account with the toast', async () => {
  await openPopup([draft('GitHub'), draft('Google')]);
  await press('More actions for GitHub');
  await userEvent.keyboard('{End}{Enter}');
  await see('GitHub moved to the trash');
  await eventually(() => expect(root.querySelectorAll('li')).toHaveLength(1));
  await press('Undo');
  await eventually(() => expect(root.querySelectorAll('li')).toHaveLength(2));
});

const removeByKeyboard = async (name: string) => {
  (await seenButton(`More actions for ${name}`)).focus();
  await userEvent.keyboard('{Enter}');
  await eventually(() => expect(document.activeElement?.role).toBe('menuitem'));
  await userEvent.keyboard('{End}{Enter}');
  await see(`${name} moved to the trash`);
};
const seeFocusOn = (name: string) =>
  eventually(() => expect(document.activeElement?.ariaLabel).toContain(`code for ${name}`));

test('deleting by keyboard moves the focus to the row that takes its place', async () => {
  await openPopup([draft('One'), draft('Two'), draft('Three')]);
  await removeByKeyboard('Two');
  await seeFocusOn('Three');
  await removeByKeyboard('Three');
  await seeFocusOn('One');
});

const counted = makeOtp({ kind: 'hotp', secret: new TextEncoder().encode('12345678901234567890') });
const codeOf = () => root.querySelector('li [dir=ltr]');

test('announces that a counter has no code yet, and that the next one is new', async () => {
  const { copied } = await openPopup([{ ...draft('Counter'), otp: counted }]);
  expect(codeOf()?.ariaLabel).toBe('No code yet. Get the next one.');
  await press('Next code for Counter');
  await see('New code, copied: Counter');
  expect(codeOf()?.ariaLabel).toBeNull();
  expect(copied).toEqual(['755224']);
});

test("shows and copies no code if the counter can't be saved", async () => {
  const { vault, copied } = await openPopup([{ ...draft('Counter'), otp: counted }]);
  vault.update = async (id, change) => {
    change(await vault.get(id));
    throw new AppError('vault/read-only');
  };
  await press('Next code for Counter');
  await see('newer version');
  expect(codes()).toEqual([]);
  expect(codeOf()?.textContent).toBe('––– –––');
  expect(copied).toEqual([]);
});

test('copying a backup code is confirmed and can be undone, and a double click marks it once', async () => {
  const backupCodes = ['aaaa-1111', 'bbbb-2222'].map((code) => ({ code, usedAt: null }));
  const { vault, ids, copied } = await openPopup([{ ...draft('GitHub'), backupCodes }]);
  const used = async () =>
    (await vault.get(ids[0] ?? '')).backupCodes.map(({ usedAt }) => usedAt !== null);
  await press('More actions for GitHub');
  await press('Backup codes');
  await press('Copy and mark as used');
  await see('Copied and marked as used');
  expect(copied).toEqual(['aaaa-1111']);
  await press('Undo');
  await eventually(() =>
    expect(root.querySelectorAll('[aria-label="Mark as used"]')).toHaveLength(2),
  );
  expect(await used()).toEqual([false, false]);
  await userEvent.dblClick(await seenButton('Mark as used'));
  await see('Marked as used');
  await painted();
  expect(await used()).toEqual([true, false]);
});

test('reports an undo that fails', async () => {
  const { vault } = await openPopup([draft('GitHub'), draft('Google')]);
  await press('More actions for GitHub');
  await userEvent.keyboard('{End}{Enter}');
  await see('GitHub moved to the trash');
  const [removed] = await vault.trash.list();
  await vault.trash.purge([removed?.id ?? '']);
  await press('Undo');
  await see('This account is no longer in your vault.');
});

test("corrects a clock that differs from the active site's by a click", async () => {
  const { parts } = await openPopup([draft('GitHub')], {
    site: { tab: 1, host: 'example.com', secure: true },
    offset: 42_000,
  });
  await press('More');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await see('example.com');
  await userEvent.keyboard('{Enter}');
  await see('Your clock is 42 seconds slow');
  expect(await complaints()).toEqual([]);
  await press('Correct the time in Tessera');
  await eventually(() => expect(parts.preferences.values.value.clockOffset).toBe(42_000));

  // Compares the clock that codes use, not that of the machine.
  await press('More');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await press('Check');
  await see('With your correction of +42 seconds, your codes are right.');
  expect(root.querySelector('dialog')?.innerText).not.toContain('Correct the time');
});

test.each([
  [
    0,
    40_000,
    "This computer's clock is right, so your correction of +40 seconds",
    'Undo the correction',
    0,
  ],
  [
    60_000,
    -40_000,
    'Even with your correction of -40 seconds, the clock is 100',
    'Correct the time in Tessera',
    60_000,
  ],
])(
  'compares the clock of a site %i ms ahead with a correction of %i ms',
  async (offset, clockOffset, words, way, then) => {
    const { parts } = await openPopup([draft('GitHub')], {
      site: { tab: 1, host: 'example.com', secure: true },
      preferences: { clockOffset },
      offset,
    });
    await press('More');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await press('Check');
    await see(words);
    await press(way);
    await eventually(() => expect(parts.preferences.values.value.clockOffset).toBe(then));
  },
);

test.each([
  ['light', 'ltr'],
  ['dark', 'ltr'],
  ['dark', 'rtl'],
] as const)('axe finds no violation in the list: %s, %s, 320 pixels wide', async (theme, dir) => {
  document.documentElement.dataset['theme'] = theme;
  document.documentElement.dir = dir;
  root.style.width = '320px';
  await openPopup([
    draft('GitHub'),
    draft('A site with a name that is far too long for its line'),
    draft('Google'),
  ]);
  await seeCodes(3);
  expect(await complaints()).toEqual([]);
  expect(root.scrollWidth).toBeLessThanOrEqual(320);
  await press('More actions for GitHub');
  expect(await complaints()).toEqual([]);
  root.style.width = '';
});
