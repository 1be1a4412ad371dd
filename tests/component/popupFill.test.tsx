import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { draft } from '../support/vaultWorld';
import { eventually } from '../support/eventually';
import { closePopup, codes, complaints, openPopup, root, see, seeCodes } from './popupPage';
import { press } from './press';
import { site } from './askToFill';

afterEach(closePopup);

test('a code is filled immediately on a linked site, and on other sites after the host was confirmed', async () => {
  const { filled, vault, ids, tick } = await openPopup([draft('GitHub')], { site });
  await seeCodes(1);
  await press('More actions for GitHub');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await see("isn't linked to this site");
  expect(root.querySelector('dialog')?.innerText).toContain('example.com');
  expect(root.querySelector('dialog')?.innerText).toContain("GitHub isn't linked to any site yet.");
  expect(filled).toEqual([]);
  await press('Link example.com to GitHub and fill in');
  await eventually(() =>
    expect(filled).toEqual([{ host: 'example.com', code: codes()[0]?.replace(' ', '') }]),
  );
  expect((await vault.get(ids[0] ?? '')).hosts).toEqual(['example.com']);
  tick(30_000);
  await press('Fill in the code for GitHub');
  await eventually(() => expect(filled).toHaveLength(2));
});

test('for a subdomain that the site rules separate from the linked host, the popup asks before it fills, even if the rules are loaded late', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { filled } = await openPopup([{ ...draft('Blog'), hosts: ['tumblr.com'] }], {
    site: { tab: 1, host: 'someone.tumblr.com', secure: true },
    rules: promise,
  });
  await seeCodes(1);
  await press('Fill in the code for Blog');
  resolve();
  await see('Blog is linked to: tumblr.com');
  expect(root.querySelector('dialog')?.innerText).toContain('someone.tumblr.com');
  expect(filled).toEqual([]);
});

async function ask(): Promise<void> {
  await press('More actions for GitHub');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await see('GitHub is linked to: github.com, github.example');
}

test('for an account that is linked to other sites, the popup names those sites and cancels by default', async () => {
  const bound = { ...draft('GitHub'), hosts: ['github.com', 'github.example'] };
  const { filled, vault, ids } = await openPopup([bound], { site });
  const hosts = async () => (await vault.get(ids[0] ?? '')).hosts;
  await seeCodes(1);
  await ask();
  expect(await complaints()).toEqual([]);
  await press("Don't fill in");
  expect(root.querySelector('dialog')).toBeNull();
  expect(filled).toEqual([]);
  await ask();
  await press('Fill in once on example.com');
  await eventually(() => expect(filled).toHaveLength(1));
  expect(await hosts()).toEqual(['github.com', 'github.example']);
});

test('a code is filled on an unencrypted page only after a warning, even if the site is linked', async () => {
  const { filled } = await openPopup([{ ...draft('GitHub'), hosts: ['example.com'] }], {
    site: { ...site, secure: false },
  });
  await seeCodes(1);
  await press('Fill in the code for GitHub');
  await see("This page isn't encrypted");
  const dialog = root.querySelector('dialog')?.innerText;
  expect(dialog).toContain('example.com');
  expect(dialog).not.toContain("isn't linked");
  expect(await complaints()).toEqual([]);
  await press('Close');
  await press('Fill in the code for GitHub');
  expect(filled).toEqual([]);
  await press('Fill in once on example.com');
  await eventually(() => expect(filled).toHaveLength(1));
});

test('a confirmation is void if another page has become active', async () => {
  const { filled, vault, ids, goTo, parts } = await openPopup([draft('GitHub')], {
    site,
  });
  await seeCodes(1);
  await press('More actions for GitHub');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await see("isn't linked to this site");
  goTo({ tab: 2, host: 'example.com.attacker.net', secure: true });
  await eventually(() => expect(parts.site.site.value?.tab).toBe(2));
  expect(root.querySelector('dialog')?.innerText).not.toContain('attacker');
  const always = [...root.querySelectorAll('button')].find(({ innerText }) =>
    innerText.startsWith('Link example.com'),
  );
  always?.click();
  await see('The page changed, so nothing was filled in.');
  expect(filled).toEqual([]);
  expect((await vault.get(ids[0] ?? '')).hosts).toEqual([]);
});

const backupCodes = ['a1b2-c3d4', 'e5f6-g7h8', 'i9j1-k2l3'];

test("the page's backup codes are shown before they are stored", async () => {
  const { vault, ids } = await openPopup([draft('GitHub')], { site, onPage: backupCodes });
  const held = async () => (await vault.get(ids[0] ?? '')).backupCodes.map(({ code }) => code);
  await press('More actions for GitHub');
  await press('Find backup codes on this page');
  await see('Are these the backup codes for GitHub?');
  await see('i9j1-k2l3');
  expect(await held()).toEqual([]);
  expect(await complaints()).toEqual([]);
  await press('Save 3 codes');
  await see('3 backup codes added');
  expect(await held()).toEqual(backupCodes);
});

test('the popup explains that a page has no backup codes, and a second try can find codes', async () => {
  const found: string[] = [];
  const { opened, ids } = await openPopup([draft('GitHub')], { site, onPage: found });
  await press('More actions for GitHub');
  await press('Find backup codes on this page');
  await see('No backup codes were found on this page.');
  expect(await complaints()).toEqual([]);
  found.push(...backupCodes);
  await press('Try again');
  await see('a1b2-c3d4');
  await press('Close');
  found.length = 0;
  await press('More actions for GitHub');
  await press('Find backup codes on this page');
  await press('Enter or paste them');
  expect(opened).toEqual([`#/account/${ids[0] ?? ''}`]);
});

test('a backup code is filled by the same rules as a one-time code and marked as used, which can be undone', async () => {
  const world = await openPopup([draft('GitHub')], { site });
  const id = world.ids[0] ?? '';
  const used = async () => (await world.vault.get(id)).backupCodes.map((one) => one.usedAt);
  await world.vault.update(id, () => ({
    backupCodes: backupCodes.map((code) => ({ code, usedAt: null })),
  }));
  await press('More actions for GitHub');
  await press('Backup codes');
  await press('Fill in and mark as used');
  await see("isn't linked to this site");
  expect(world.filled).toEqual([]);
  await press('Link example.com to GitHub and fill in');
  await see('Filled in and marked as used.');
  expect(world.filled).toEqual([{ host: 'example.com', code: 'a1b2-c3d4' }]);
  await eventually(async () => expect(await used()).toEqual([1_700_000_000_000, null, null]));
  await see('Only 2 backup codes are left');
  expect(await complaints()).toEqual([]);
  await press('Mark as not used');
  await eventually(async () => expect(await used()).toEqual([null, null, null]));
  await press('Fill in and mark as used');
  await eventually(() => expect(world.filled).toHaveLength(2));
});

const focused = () => document.activeElement?.textContent;

test('with the keyboard alone, a code is filled in after the harmless button had the focus first', async () => {
  const { filled } = await openPopup([draft('GitHub')], { site });
  await seeCodes(1);
  await userEvent.keyboard('{ArrowDown}{Tab}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('More actions for GitHub');
  await userEvent.keyboard('{Enter}');
  await eventually(() => expect(document.activeElement?.role).toBe('menuitem'));
  while (focused() !== 'Fill in on this page') await userEvent.keyboard('{ArrowDown}');
  await userEvent.keyboard('{Enter}');
  await eventually(() => expect(focused()).toBe("Don't fill in"));
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  expect(focused()).toBe('Fill in once on example.com');
  await userEvent.keyboard('{Enter}');
  await eventually(() => expect(filled).toHaveLength(1));
});
