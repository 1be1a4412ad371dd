import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Popup } from '../../components/popup';
import '../../components/ui/tokens.css';
import type { EntrySummary } from '../../lib/vault';
import { passphrase, type PopupOptions, popupWorld } from '../support/popupWorld';
import { draft } from '../support/vaultWorld';
import { press } from './press';

const root = document.createElement('div');
document.body.append(root);
document.documentElement.lang = 'en';
document.title = 'Tessera';

afterEach(() => {
  render(null, root);
  document.documentElement.dir = 'ltr';
  delete document.documentElement.dataset['theme'];
});

/** The popup over an unlocked vault with accounts of these issuers. */
async function open(issuers: readonly string[] = [], options: PopupOptions = {}) {
  const world = await popupWorld(options);
  await world.parts.vault.create(passphrase);
  const ids = issuers.length > 0 ? await world.source.add(issuers.map((one) => draft(one))) : [];
  render(<Popup parts={world.parts} />, root);
  await see(issuers[0] ?? 'Add your first account');
  return { ...world, ids };
}

const see = (text: string) => vi.waitFor(() => expect(root.innerText).toContain(text));
const button = (label: string) =>
  vi.waitFor(() => {
    const found = root.querySelector<HTMLElement>(`[aria-label="${label}"]`);
    expect(found, label).not.toBeNull();
    return found as HTMLElement;
  });
const codes = () =>
  [...root.querySelectorAll('li [dir=ltr]')].flatMap(({ textContent }) =>
    /^\d{3} \d{3}$/.test(textContent) ? [textContent] : [],
  );
const seeCodes = (count: number) => vi.waitFor(() => expect(codes()).toHaveLength(count));

async function complaints(): Promise<string[]> {
  const { violations } = await axe.run(document);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

test('a newcomer chooses a passphrase, typed twice, and is shown the way to the first account', async () => {
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
  await see('The two passphrases are not the same.');
  await userEvent.fill(second, passphrase);
  await userEvent.keyboard('{Enter}');
  await see('Add your first account');
  expect(await complaints()).toEqual([]);
});

test('a locked vault opens with its passphrase alone, and keeps quiet about its accounts', async () => {
  const { parts } = await open(['GitHub']);
  await userEvent.click(await button('Lock'));
  await see('Your vault is locked');
  expect(root.innerText).not.toContain('GitHub');
  await userEvent.keyboard('wrong passphrase{Enter}');
  await see("This passphrase isn't right");
  expect(await complaints()).toEqual([]);
  await vi.waitFor(async () => {
    await parts.vault.unlock(passphrase);
  }, 10_000);
  await see('GitHub');
});

test('a click copies the code and says so', async () => {
  const { copied } = await open(['GitHub', 'Google']);
  await seeCodes(2);
  const [, second = ''] = codes();
  await userEvent.click(await button('Copy the code of Google ada@example.org'));
  await see('Copied: Google');
  expect(copied).toEqual([second.replace(' ', '')]);
});

const ink = (selector: string) => {
  const found = root.querySelector(selector);
  return found && getComputedStyle(found).color;
};

test('in the last seconds the ring has the colour of the code', async () => {
  const { tick } = await open(['GitHub']);
  await seeCodes(1);
  const [code, ring] = ['li [dir=ltr]', 'li > div:last-child > svg'];
  expect(ink(ring)).not.toBe(ink(code));
  const calm = ink(code);
  tick(6000);
  await vi.waitFor(() => expect(ink(code)).not.toBe(calm));
  expect(ink(ring)).toBe(ink(code));
});

test('arrows move, Enter copies, figures copy one of the first nine', async () => {
  const { copied } = await open(['One', 'Two', 'Three']);
  await seeCodes(3);
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await see('Copied: Two');
  await userEvent.keyboard('3');
  await see('Copied: Three');
  expect(copied).toHaveLength(2);
});

test('the slash searches, Enter copies the first found, Esc ends the search', async () => {
  const { copied } = await open(['Alpha', 'Beta', 'Gamma']);
  await seeCodes(3);
  await userEvent.keyboard('/gam');
  await vi.waitFor(() => expect(root.innerText).not.toContain('Alpha'));
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(copied).toHaveLength(1));
  await userEvent.keyboard('{Escape}');
  await see('Alpha');
  expect(root.querySelector('input')).toBeNull();
});

test('the search box shows by itself from ten accounts on', async () => {
  await open(Array.from({ length: 10 }, (_, at) => `Site ${at}`));
  expect(root.querySelector('input[type=search]')).not.toBeNull();
  await seeCodes(10).catch(() => expect(codes().length).toBeGreaterThan(5));
});

test('hidden codes show when they are clicked', async () => {
  await open(['GitHub'], { preferences: { hideCodes: true } });
  await see('••• •••');
  expect(codes()).toEqual([]);
  await userEvent.click(await button('Copy the code of GitHub ada@example.org'));
  await seeCodes(1);
});

test('of a thousand accounts only those in view are drawn and decrypted', async () => {
  const get = vi.fn<(id: string) => void>();
  const world = await popupWorld();
  await world.parts.vault.create(passphrase);
  await world.source.add(Array.from({ length: 1000 }, (_, at) => draft(`Site ${at}`)));
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

test('deleting an account can be undone from the toast', async () => {
  await open(['GitHub', 'Google']);
  await userEvent.click(await button('More for GitHub'));
  await userEvent.keyboard('{End}{Enter}');
  await see('GitHub is in the trash');
  await vi.waitFor(() => expect(root.querySelectorAll('li')).toHaveLength(1));
  await press('Undo');
  await vi.waitFor(() => expect(root.querySelectorAll('li')).toHaveLength(2));
});

test('an undo that fails says so', async () => {
  const { source } = await open(['GitHub', 'Google']);
  await userEvent.click(await button('More for GitHub'));
  await userEvent.keyboard('{End}{Enter}');
  await see('GitHub is in the trash');
  const [removed] = await source.trash.list();
  await source.trash.purge([removed?.id ?? '']);
  await press('Undo');
  await see('This account is no longer in your vault.');
});

test('a code is filled at once on a bound site, and elsewhere after the host was named', async () => {
  const site = { tab: 1, host: 'example.com' };
  const judge = {
    belongsTo: (host: string, hosts: readonly string[]) => hosts.includes(host),
    isSuggested: () => false,
  };
  const { filled, source, ids } = await open(['GitHub'], { site, judge });
  await seeCodes(1);
  await userEvent.click(await button('More for GitHub'));
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await see("isn't bound to this site");
  expect(root.querySelector('dialog')?.innerText).toContain('example.com');
  expect(filled).toEqual([]);
  await press('Always here');
  await vi.waitFor(() =>
    expect(filled).toEqual([{ host: 'example.com', code: codes()[0]?.replace(' ', '') }]),
  );
  expect((await source.get(ids[0] ?? '')).hosts).toEqual(['example.com']);
  await userEvent.click(await button('Fill in the code of GitHub'));
  await vi.waitFor(() => expect(filled).toHaveLength(2));
});

test('another page comes in front while the host is named: the answer is good for neither', async () => {
  const { filled, source, ids, goTo, parts } = await open(['GitHub'], {
    site: { tab: 1, host: 'example.com' },
  });
  await seeCodes(1);
  await userEvent.click(await button('More for GitHub'));
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await see("isn't bound to this site");
  goTo({ tab: 2, host: 'example.com.attacker.net' });
  await vi.waitFor(() => expect(parts.site.site.value?.tab).toBe(2));
  expect(root.querySelector('dialog')?.innerText).not.toContain('attacker');
  const always = [...root.querySelectorAll('button')].find(
    (one) => one.innerText === 'Always here',
  );
  always?.click();
  await see('The page has changed meanwhile; nothing was filled in.');
  expect(filled).toEqual([]);
  expect((await source.get(ids[0] ?? '')).hosts).toEqual([]);
});

const backupCodes = ['a1b2-c3d4', 'e5f6-g7h8', 'i9j1-k2l3'];

test('backup codes on the page are shown before they are stored', async () => {
  const site = { tab: 1, host: 'example.com' };
  const { source, ids } = await open(['GitHub'], { site, onPage: backupCodes });
  const held = async () => (await source.get(ids[0] ?? '')).backupCodes.map(({ code }) => code);
  await userEvent.click(await button('More for GitHub'));
  await press('Grab backup codes from this page');
  await see('Are they the backup codes of GitHub?');
  await see('i9j1-k2l3');
  expect(await held()).toEqual([]);
  expect(await complaints()).toEqual([]);
  await press('Keep 3 codes');
  await see('3 backup codes are kept');
  expect(await held()).toEqual(backupCodes);
});

test('a page without backup codes says what to do, and finds what is there the next time', async () => {
  const site = { tab: 1, host: 'example.com' };
  const found: string[] = [];
  const { opened, ids } = await open(['GitHub'], { site, onPage: found });
  await userEvent.click(await button('More for GitHub'));
  await press('Grab backup codes from this page');
  await see('No backup codes were found on this page.');
  expect(await complaints()).toEqual([]);
  found.push(...backupCodes);
  await press('Try again');
  await see('a1b2-c3d4');
  await userEvent.click(await button('Close'));
  found.length = 0;
  await userEvent.click(await button('More for GitHub'));
  await press('Grab backup codes from this page');
  await press('Type or paste them');
  expect(opened).toEqual([`#/account/${ids[0] ?? ''}`]);
});

test('a backup code is filled in under the rules of codes, and marked as used, which can be undone', async () => {
  const site = { tab: 1, host: 'example.com' };
  const judge = {
    belongsTo: (host: string, hosts: readonly string[]) => hosts.includes(host),
    isSuggested: () => false,
  };
  const world = await open(['GitHub'], { site, judge });
  const id = world.ids[0] ?? '';
  const used = async () => (await world.source.get(id)).backupCodes.map((one) => one.usedAt);
  await world.source.update(id, () => ({
    backupCodes: backupCodes.map((code) => ({ code, usedAt: null })),
  }));
  await userEvent.click(await button('More for GitHub'));
  await press('Backup codes');
  await userEvent.click(await button('Fill in and mark as used'));
  await see("isn't bound to this site");
  expect(world.filled).toEqual([]);
  await press('Always here');
  await see('Filled in and marked as used.');
  expect(world.filled).toEqual([{ host: 'example.com', code: 'a1b2-c3d4' }]);
  await vi.waitFor(async () => expect(await used()).toEqual([1_700_000_000_000, null, null]));
  await see('Only 2 backup codes are left');
  expect(await complaints()).toEqual([]);
  await userEvent.click(await button('Mark as not used'));
  await vi.waitFor(async () => expect(await used()).toEqual([null, null, null]));
  await userEvent.click(await button('Fill in and mark as used'));
  await vi.waitFor(() => expect(world.filled).toHaveLength(2));
});

test('a clock that the site in front shows to be wrong is corrected at a click', async () => {
  const { parts } = await open(['GitHub'], {
    site: { tab: 1, host: 'example.com' },
    offset: 42_000,
  });
  await userEvent.click(await button('More'));
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await see('example.com');
  await userEvent.keyboard('{Tab}{Enter}');
  await see('Your clock is 42 seconds slow');
  expect(await complaints()).toEqual([]);
  await press('Correct it in Tessera');
  await vi.waitFor(() => expect(parts.preferences.values.value.clockOffset).toBe(42_000));
});

test.each([
  ['light', 'ltr'],
  ['dark', 'ltr'],
  ['dark', 'rtl'],
] as const)('axe finds nothing in the list: %s, %s, 320 pixels wide', async (theme, dir) => {
  document.documentElement.dataset['theme'] = theme;
  document.documentElement.dir = dir;
  root.style.width = '320px';
  await open(['GitHub', 'A site with a name that is far too long for its line', 'Google']);
  await seeCodes(3);
  expect(await complaints()).toEqual([]);
  expect(root.scrollWidth).toBeLessThanOrEqual(320);
  await userEvent.click(await button('More for GitHub'));
  expect(await complaints()).toEqual([]);
  root.style.width = '';
});
