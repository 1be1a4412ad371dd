import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { draft } from '../../support/vaultWorld';
import { eventually } from '../../support/eventually';
import { at, beside } from './siteBeside';

beforeEach(() => fakeBrowser.reset());

test('links and suggestions change with the active page', async () => {
  const { store, gitHub, gitLab, ofSite, goTo } = await beside(at('github.com'));
  await eventually(() => expect(ofSite()).toEqual([gitHub]));
  expect(store.suggested.value).toBeNull();
  goTo(at('gitlab.com'));
  await eventually(() => expect(store.suggested.value?.id).toBe(gitLab));
  expect(ofSite()).toEqual([]);
  goTo(null);
  await eventually(() => expect(store.site.value).toBeNull());
  expect(store.suggested.value).toBeNull();
  goTo(at('github.com.attacker.net'));
  await eventually(() => expect(store.site.value?.host).toBe('github.com.attacker.net'));
  expect(ofSite()).toEqual([]);
  expect(store.suggested.value).toBeNull();
});

test('a backup code is filled into the active page, or not filled if there is no active page', async () => {
  const { store, filled, goTo } = await beside(at('github.com'));
  await eventually(() => expect(store.site.value).not.toBeNull());
  expect(await store.fillBackup('a1b2-c3d4')).toEqual({ result: 'field' });
  goTo(null);
  await eventually(() => expect(store.site.value).toBeNull());
  expect(await store.fillBackup('a1b2-c3d4')).toEqual({ result: 'forbidden' });
  expect(filled).toEqual(['github.com a1b2-c3d4 backup']);
});

test('the same host without encryption counts as another page', async () => {
  const { store, goTo } = await beside(at('github.com'));
  await eventually(() => expect(store.site.value?.secure).toBe(true));
  goTo({ ...at('github.com'), secure: false });
  await eventually(() => expect(store.site.value?.secure).toBe(false));
});

test("doesn't ask about a declined site when the popup opens again", async () => {
  const { store, open, gitLab, goTo } = await beside(at('gitlab.com'));
  await eventually(() => expect(store.suggested.value?.id).toBe(gitLab));
  await store.decline(gitLab ?? '');
  expect(store.suggested.value).toBeNull();
  const anew = open();
  await eventually(() => expect(anew.site.value).not.toBeNull());
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(anew.suggested.value).toBeNull();
  goTo(at('about.gitlab.com'));
  await eventually(() => expect(anew.site.value?.host).toBe('about.gitlab.com'));
  expect(anew.suggested.value).toBeNull();
});

test('an account is linked by the site rules, even if a parent host is listed first', async () => {
  const { store, vault, gitHub, gitLab, goTo } = await beside(at('someone.tumblr.com'));
  const [id = '', other = ''] = [gitHub, gitLab];
  await vault.update(id, () => ({ hosts: ['tumblr.com', 'example.org'] }));
  await vault.update(other, () => ({ hosts: ['git.example.org'] }));
  await eventually(() => expect(store.site.value).not.toBeNull());
  const linked = async () => [
    await store.isLinked(await vault.get(id)),
    await store.isLinked(await vault.get(other)),
  ];
  expect(await linked()).toEqual([false, false]);
  goTo(at('git.example.org'));
  await eventually(() => expect(store.site.value?.host).toBe('git.example.org'));
  expect(await linked()).toEqual([false, true]);
  goTo(null);
  await eventually(() => expect(store.site.value).toBeNull());
  expect(await linked()).toEqual([false, false]);
});

test('suggests a second account of the same issuer beside a linked account', async () => {
  const { store, vault, gitHub, ofSite } = await beside(at('github.com'));
  await eventually(() => expect(ofSite()).toEqual([gitHub]));
  const [second] = await vault.add([{ ...draft('GitHub'), account: 'work@example.com' }]);
  await eventually(() => expect(store.suggested.value?.id).toBe(second));
});

test('asks once about an account that is linked to another host of the same site', async () => {
  const { store, vault, gitHub, ofSite, goTo } = await beside(at('github.com'));
  await vault.update(gitHub ?? '', () => ({ hosts: ['gist.github.com'] }));
  await eventually(() => expect(store.suggested.value?.id).toBe(gitHub));
  expect(ofSite()).toEqual([]);
  await store.bind(gitHub ?? '');
  await eventually(() => expect(ofSite()).toEqual([gitHub]));
  expect(store.suggested.value).toBeNull();
  goTo(at('education.github.com'));
  await eventually(() => expect(ofSite()).toEqual([gitHub]));
});

test('a link to the exact host takes precedence over links to its parent hosts', async () => {
  const { vault, gitHub, ofSite, goTo } = await beside(at('github.com'));
  const [gist] = await vault.add([{ ...draft('Gist'), hosts: ['gist.github.com'] }]);
  goTo(at('gist.github.com'));
  await eventually(() => expect(ofSite()).toEqual([gist]));
  goTo(at('github.com'));
  await eventually(() => expect(ofSite()).toEqual([gitHub]));
});
