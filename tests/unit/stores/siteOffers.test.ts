import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createSiteStore } from '../../../components/stores/createSiteStore';
import { declinedSites, scannedSites, usedCodes } from '../../../lib/authenticator/state';
import type { PageAccess } from '../../../lib/authenticator/fill';
import { systemClock } from '../../../lib/clock';
import { passphrase, popupWorld } from '../../support/popupWorld';
import { draft } from '../../support/vaultWorld';
import { eventually } from '../../support/eventually';
import { at, beside } from './siteBeside';

beforeEach(() => fakeBrowser.reset());

const notHere = () => Promise.reject(new Error('not asked'));

/** Page access that fails the test if it is used. */
const neverAsked: PageAccess = {
  seekField: notHere,
  fillPage: notHere,
  foreignFrames: notHere,
  findFrame: notHere,
  hasAccess: notHere,
};

test('asks whether to link a second account of the same issuer', async () => {
  const { store, vault, gitHub, goTo } = await beside(at('shop.test'));
  await vault.update(gitHub ?? '', () => ({ issuer: 'Better Shop', hosts: ['shop.test'] }));
  const [second] = await vault.add([{ ...draft('Better Shop'), account: 'bo@shop.example' }]);
  await eventually(() => expect(store.suggested.value?.id).toBe(second));
  await store.decline(second ?? '');
  expect(store.suggested.value).toBeNull();
  goTo(at('else.test'));
  await eventually(() => expect(store.site.value?.host).toBe('else.test'));
  expect(store.suggested.value).toBeNull();
});

test("asks whether to link an account that was scanned on this host, whatever the account's issuer", async () => {
  const { store, open, gitLab, ofSite, goTo } = await beside(at('cloud.example.org'));
  await eventually(() => expect(store.site.value).not.toBeNull());
  expect(store.suggested.value).toBeNull();
  await store.noteScanned({ id: gitLab ?? '', host: 'cloud.example.org' });
  await eventually(() => expect(store.suggested.value?.id).toBe(gitLab));
  const anew = open();
  await eventually(() => expect(anew.suggested.value?.id).toBe(gitLab));
  goTo(at('git.example.org'));
  await eventually(() => expect(anew.site.value?.host).toBe('git.example.org'));
  expect(anew.suggested.value).toBeNull();
  goTo(at('cloud.example.org'));
  await eventually(() => expect(anew.suggested.value?.id).toBe(gitLab));
  await anew.bind(gitLab ?? '');
  await eventually(() => expect(ofSite()).toEqual([gitLab]));
  expect(anew.suggested.value).toBeNull();
});

test("doesn't ask again about a scanned account that the user declined to link", async () => {
  const { store, gitLab } = await beside(at('cloud.example.org'));
  await eventually(() => expect(store.site.value).not.toBeNull());
  await store.noteScanned({ id: gitLab ?? '', host: 'cloud.example.org' });
  await eventually(() => expect(store.suggested.value?.id).toBe(gitLab));
  await store.decline(gitLab ?? '');
  expect(store.suggested.value).toBeNull();
});

test('sorts an account of the open site first, even before the site rules are loaded', async () => {
  const { vault, parts } = await popupWorld();
  await parts.vaultStore.create(passphrase);
  const [, bank] = await vault.add([
    { ...draft('GitHub'), hosts: ['github.com'] },
    { ...draft('Bank'), hosts: ['bank.example'] },
  ]);
  createSiteStore({
    accounts: parts.accounts,
    vault,
    site: () => Promise.resolve(at('login.bank.example')),
    matcher: () => new Promise(() => undefined),
    clock: systemClock,
    used: usedCodes,
    askAccess: () => Promise.resolve(true),
    declined: declinedSites,
    scanned: scannedSites,
    page: neverAsked,
  });
  await eventually(() => expect([...parts.accounts.ofSite.value]).toEqual([bank]));
});
