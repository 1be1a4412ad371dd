import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createSiteStore } from '../../../components/stores/createSiteStore';
import { type ActiveSite } from '../../../lib/platform';
import {
  readDeclinedSites,
  readScannedSites,
  saveDeclinedSite,
  saveScannedSite,
  usedCodes,
} from '../../../lib/authenticator/state';
import type { PageAccess } from '../../../lib/authenticator/fill';
import { systemClock } from '../../../lib/clock';
import { passphrase, popupWorld } from '../../support/popupWorld';
import { draft } from '../../support/vaultWorld';
import { eventually } from '../../support/eventually';

beforeEach(() => fakeBrowser.reset());

const at = (host: string): ActiveSite => ({ tab: 1, host, secure: true });

const notHere = () => Promise.reject(new Error('not asked'));

/** A page that nothing may be asked of. */
const neverAsked: PageAccess = {
  seekField: notHere,
  fillPage: notHere,
  foreignFrames: notHere,
  findFrame: notHere,
  hasAccess: notHere,
};

/** A side panel beside a page, over a vault with GitHub (linked) and GitLab (not linked). */
async function beside(first: ActiveSite | null) {
  const { vault, parts } = await popupWorld();
  await parts.vaultStore.create(passphrase);
  const [gitHub, gitLab] = await vault.add([
    { ...draft('GitHub'), hosts: ['github.com'] },
    draft('GitLab'),
  ]);
  let here = first;
  const listeners = new Set<() => void>();
  const filled: string[] = [];
  const page: PageAccess = {
    seekField: () => Promise.resolve('field'),
    fillPage: ({ host }, code, kind) => {
      filled.push(`${host} ${code} ${kind}`);
      return Promise.resolve('field');
    },
    foreignFrames: () => Promise.resolve([]),
    findFrame: () => Promise.resolve(null),
    hasAccess: () => Promise.resolve(false),
  };
  const open = () =>
    createSiteStore({
      accounts: parts.accounts,
      vault,
      site: () => Promise.resolve(here),
      follow: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      matcher: () => import('../../../lib/sites'),
      clock: systemClock,
      used: usedCodes,
      askAccess: () => Promise.resolve(true),
      declined: { read: readDeclinedSites, keep: saveDeclinedSite },
      scanned: { read: readScannedSites, keep: saveScannedSite },
      page,
    });
  return {
    store: open(),
    /** As if the popup were opened again. */
    open,
    vault,
    gitHub,
    gitLab,
    filled,
    ofSite: () => [...parts.accounts.ofSite.value],
    /** Activates another page. */
    goTo: (site: ActiveSite | null) => {
      here = site;
      for (const listener of listeners) listener();
    },
  };
}

test('links and suggestions follow the active page', async () => {
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

test('a backup code is filled into the active page, and nowhere without one', async () => {
  const { store, filled, goTo } = await beside(at('github.com'));
  await eventually(() => expect(store.site.value).not.toBeNull());
  expect(await store.fillBackup('a1b2-c3d4')).toEqual({ result: 'field' });
  goTo(null);
  await eventually(() => expect(store.site.value).toBeNull());
  expect(await store.fillBackup('a1b2-c3d4')).toEqual({ result: 'forbidden' });
  expect(filled).toEqual(['github.com a1b2-c3d4 backup']);
});

test('the same host without encryption is another page', async () => {
  const { store, goTo } = await beside(at('github.com'));
  await eventually(() => expect(store.site.value?.secure).toBe(true));
  goTo({ ...at('github.com'), secure: false });
  await eventually(() => expect(store.site.value?.secure).toBe(false));
});

test("doesn't ask again about a declined site when the popup opens again", async () => {
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

test('suggests a second account of the same issuer beside a linked one', async () => {
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

test('the exact host takes precedence over its parent hosts', async () => {
  const { vault, gitHub, ofSite, goTo } = await beside(at('github.com'));
  const [gist] = await vault.add([{ ...draft('Gist'), hosts: ['gist.github.com'] }]);
  goTo(at('gist.github.com'));
  await eventually(() => expect(ofSite()).toEqual([gist]));
  goTo(at('github.com'));
  await eventually(() => expect(ofSite()).toEqual([gitHub]));
});

test('asks about a second, unlinked account of the issuer beside the first', async () => {
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

test('asks about an account that was scanned on this host, whatever its issuer', async () => {
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

test('an account of the open site comes first before the rules of sites are there', async () => {
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
    declined: { read: readDeclinedSites, keep: saveDeclinedSite },
    scanned: { read: readScannedSites, keep: saveScannedSite },
    page: neverAsked,
  });
  await eventually(() => expect([...parts.accounts.ofSite.value]).toEqual([bank]));
});
