import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type IconTools, ManageContext } from '../../components/manage/ManageContext';
import { PreferencesPage } from '../../components/manage/preferences';
import { Toasts } from '../../components/ui';
import '../../components/ui/tokens.css';
import { iconTools } from '../../entrypoints/manage/iconTools';
import { eventually } from '../support/eventually';
import { packZip, redSquare, svg } from '../support/packFile';
import { passphrase, popupWorld } from '../support/popupWorld';
import { draft } from '../support/vaultWorld';
import { closeAccount, openAccount, root } from './accountPage';
import { chooseFile } from './chooseFile';
import { expectNoBarriersInAnyLook } from './expectNoBarriers';
import { press, seenButton } from './press';

afterEach(closeAccount);

const rows = [
  { name: 'GitHub', filename: 'github.svg', issuer: ['GitHub'] },
  { name: 'Harbour', filename: 'harbour.svg', issuer: ['Harbour Bank'] },
  { name: 'Broken', filename: 'broken.svg', issuer: [] },
];
const files = {
  'github.svg': redSquare,
  'harbour.svg': svg('<circle cx="12" cy="12" r="12" fill="#00f"/>'),
  'broken.svg': 'broken',
};

const clearing = {
  allow: () => Promise.resolve(true),
  isAllowed: () => Promise.resolve(true),
};

async function open(changes: Partial<IconTools> = {}) {
  const { parts, vault } = await popupWorld();
  await parts.vaultStore.create(passphrase);
  const ids = await vault.add([draft('GitHub'), draft('Other')]);
  const icons = { ...iconTools(vault), ...changes };
  render(
    <ManageContext.Provider value={{ ...parts, icons }}>
      <Toasts>
        <PreferencesPage clearing={clearing} />
      </Toasts>
    </ManageContext.Provider>,
    root,
  );
  await see('No icon packs yet.');
  return { vault, chosen: async () => (await vault.getMany(ids)).map(({ icon }) => icon) };
}

const see = (text: string) => eventually(() => expect(root.innerText).toContain(text));
const unsee = (text: string) => eventually(() => expect(root.innerText).not.toContain(text));

test('an icon pack is added, listed, given to accounts of its issuers, and removed', async () => {
  const { vault, chosen } = await open();
  chooseFile(root, await packZip(rows, files), 'icons.zip');
  await see('Shapes added.');
  await see('1 account has a new icon.');
  await see("1 file was left out because Tessera can't use it.");
  await see('2 icons');
  await see('version 7');
  await expectNoBarriersInAnyLook();
  const [github = '', other] = await chosen();
  expect(github).toMatch(/^pack:/);
  expect(other).toBe('');
  expect((await vault.icons.read([github])).size).toBe(1);
  await press('Remove Shapes');
  await see('Accounts with an icon from this pack');
  root.querySelector<HTMLButtonElement>('dialog button[type="submit"]')?.click();
  await see('No icon packs yet.');
  expect(await vault.icons.read([github])).toEqual(new Map());
});

test('a file that is no icon pack is refused with words', async () => {
  await open();
  chooseFile(root, new TextEncoder().encode('hello'), 'icons.zip');
  await see("This file isn't an icon pack.");
  chooseFile(root, await packZip(rows, files), 'icons.zip');
  await see('2 icons');
  await unsee("This file isn't an icon pack.");
});

test('adding a pack can be canceled, which says nothing more', async () => {
  let stopped = false;
  await open({
    install: (_, { signal, onProgress }) =>
      new Promise((_resolve, reject) => {
        onProgress(5, 200);
        signal.addEventListener('abort', () => {
          stopped = true;
          reject(signal.reason);
        });
      }),
  });
  chooseFile(root, await packZip(rows, files), 'icons.zip');
  await see('Icon 5 of 200');
  await expectNoBarriersInAnyLook();
  await press('Cancel');
  await unsee('Icon 5 of 200');
  expect(stopped).toBe(true);
  await see('No icon packs yet.');
  expect(root.querySelector('[role="alert"]:not([hidden])')).toBeNull();
});

const picture = () => root.querySelector('img');
const seePicture = () =>
  eventually(() => expect(picture()?.complete && picture()?.naturalWidth).toBe(96));
const seeNoPicture = () => eventually(() => expect(picture()).toBeNull());

test('an account gets an image of its own, which can be removed and restored', async () => {
  const { entry, vault } = await openAccount();
  chooseFile(root, new TextEncoder().encode(redSquare), 'icon.svg');
  await seePicture();
  const { icon } = await entry();
  expect(icon).toMatch(/^own:/);
  await press('Remove image');
  await seeNoPicture();
  expect((await entry()).icon).toBe('');
  await press('Undo');
  await seePicture();
  chooseFile(root, new TextEncoder().encode(files['harbour.svg']), 'other.svg');
  await eventually(async () => expect((await entry()).icon).not.toBe(icon));
  // Opening the list of packs erases images that no account uses any more.
  await iconTools(vault).packs();
  expect(await vault.icons.read([icon])).toEqual(new Map());
});

test('a lock hides the picture', async () => {
  const { vault } = await openAccount();
  chooseFile(root, new TextEncoder().encode(redSquare), 'icon.svg');
  await seePicture();
  const url = picture()?.src ?? '';
  await vault.lock();
  await seeNoPicture();
  await eventually(() => expect(fetch(url)).rejects.toThrow());
});

test('a file that is no image is refused with words, and the icon stays', async () => {
  const { entry } = await openAccount({ icon: 'gitlab' });
  chooseFile(root, new TextEncoder().encode('hello'), 'icon.png');
  await eventually(() =>
    expect(root.innerText).toContain("This file isn't an image that Tessera can use."),
  );
  expect((await entry()).icon).toBe('gitlab');
});

test('an icon of a pack can be chosen by its name or issuer', async () => {
  const { entry, vault, parts } = await openAccount();
  const tools = iconTools(vault);
  await tools.install(new Blob([await packZip(rows, files)]), {
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  await parts.accounts.reload();
  await press('Change icon');
  await seenButton('Harbour');
  const search = root.querySelector<HTMLInputElement>('dialog input');
  search?.focus();
  await userEvent.keyboard('harbour bank');
  await eventually(() => expect(root.querySelectorAll('dialog li')).toHaveLength(1));
  await eventually(() => expect(root.querySelector('dialog li img')).not.toBeNull());
  await press('Harbour');
  await eventually(async () => expect((await entry()).icon).toMatch(/^pack:/));
  await seePicture();
});

test("a picture that isn't on this device falls back to the service's icon", async () => {
  await openAccount({ icon: 'own:elsewhere' });
  await eventually(() =>
    expect(root.querySelector('svg[viewBox="0 0 24 24"] path')).not.toBeNull(),
  );
  expect(picture()).toBeNull();
});
