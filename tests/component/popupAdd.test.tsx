import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Popup } from '../../components/popup';
import { AddPage } from '../../components/popup/AddPage';
import { createAddStore } from '../../components/stores/createAddStore';
import { createDraft, type DraftCell } from '../../components/stores/createDrafts';
import '../../components/ui/tokens.css';
import { eventually } from '../support/eventually';
import { passphrase, type PopupOptions, popupWorld } from '../support/popupWorld';
import { qrReading } from '../support/qrReading';
import { scanStore } from '../support/scanStore';
import { expectNoBarriersInAnyLook } from './expectNoBarriers';
import { closePopup, root, see } from './popupPage';
import { press, seenButton } from './press';

afterEach(closePopup);

const link = 'otpauth://totp/Example:ada?secret=JBSWY3DPEHPK3PXP&issuer=Example';

const toPicture = (file: Blob) => Promise.resolve(file);

/** Opens the popup of a new vault, whose pictures contain these codes, at the view that adds an account. */
async function openAdd(options: PopupOptions & { readonly codes?: readonly string[] } = {}) {
  await page.viewport(360, 560);
  const world = await popupWorld(options);
  const { vault, vaultStore } = world.parts;
  await vaultStore.create(passphrase);
  let held: Uint8Array | null = null;
  const cell: DraftCell = {
    read: async () => held,
    write: async (sealed) => void (held = sealed),
    remove: async () => void (held = null),
  };
  const scans = scanStore({ vault, read: async () => qrReading(options.codes) });
  /** Renders the popup like a new page, which has no state from before. */
  const draw = async () => {
    render(null, root);
    const store = createAddStore({
      vault,
      second: signal(59_000),
      state: vaultStore.state,
      draft: createDraft(vault.drafts, 'add', cell),
    });
    render(
      <Popup
        parts={{
          ...world.parts,
          add: async (views) => () => (
            <AddPage store={store} scanStore={scans} toPicture={toPicture} {...views} />
          ),
        }}
      />,
      root,
    );
    await press('Add an account');
    await seenButton('Save account');
  };
  await draw();
  return { ...world, draw, sealed: () => held };
}

const field = (label: string) => page.getByRole('textbox', { name: label, exact: true });

const clipboard = (data: { readonly text?: string; readonly file?: Blob }) => {
  const clipboardData = new DataTransfer();
  if (data.text !== undefined) clipboardData.setData('text/plain', data.text);
  if (data.file) clipboardData.items.add(new File([data.file], 'code.png', { type: 'image/png' }));
  return new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
};
const paste = (data: Parameters<typeof clipboard>[0]) =>
  (document.activeElement ?? document.body).dispatchEvent(clipboard(data));

test('a key is added inside the popup, and its code is in the list', async () => {
  const { opened } = await openAdd();
  await expect.element(field('Site or company')).toHaveFocus();
  await userEvent.keyboard('Harbour Bank');
  await userEvent.fill(field('Secret key'), 'JBSWY3DPEHPK3PXP');
  await expectNoBarriersInAnyLook();
  await press('Save account');
  await see('Harbour Bank saved');
  await seenButton('Copy the code for Harbour Bank ');
  expect(opened).toEqual([]);
});

test('the button that saves is in view, whatever is open above it', async () => {
  await openAdd();
  await userEvent.click(page.getByText('Advanced'));
  const { bottom } = (await seenButton('Save account')).getBoundingClientRect();
  expect(bottom).toBeLessThanOrEqual(innerHeight);
});

test('text that was typed before the popup closed is there when it opens again, and is stored encrypted', async () => {
  const { draw, sealed } = await openAdd();
  await userEvent.fill(field('Site or company'), 'Harbour Bank');
  await eventually(() => expect(sealed()).not.toBeNull());
  const before = sealed();
  await userEvent.fill(field('Secret key'), 'JBSWY3DP');
  await eventually(() => expect(sealed()).not.toBe(before));
  expect(new TextDecoder('latin1').decode(sealed() ?? undefined)).not.toContain('JBSWY3DP');
  await draw();
  await expect.element(field('Site or company')).toHaveValue('Harbour Bank');
  await expect.element(field('Secret key')).toHaveValue('JBSWY3DP');
});

test('no text is stored after the account was saved', async () => {
  const { sealed } = await openAdd();
  await userEvent.fill(field('Site or company'), 'Harbour Bank');
  await userEvent.fill(field('Secret key'), 'JBSWY3DPEHPK3PXP');
  await press('Save account');
  await see('Harbour Bank saved');
  expect(sealed()).toBeNull();
});

test('Esc leads back to the accounts and keeps the typed text', async () => {
  await openAdd();
  await userEvent.fill(field('Site or company'), 'Harbour Bank');
  await userEvent.keyboard('{Escape}');
  await see('Add your first account');
  await press('Add an account');
  await expect.element(field('Site or company')).toHaveValue('Harbour Bank');
});

const pasted: readonly [string, Parameters<typeof clipboard>[0], readonly string[]][] = [
  ['a link', { text: link }, []],
  ['an image of a QR code', { file: new Blob(['any']) }, [link]],
];

test.each(pasted)(
  '%s that is pasted is saved immediately and can be undone',
  async (_, data, found) => {
    const { vault } = await openAdd({ codes: found });
    paste(data);
    await see('1 account saved');
    await seenButton('Copy the code for Example ada');
    await press('Undo');
    await see('Add your first account');
    expect(await vault.list()).toEqual([]);
  },
);

test.each(pasted)('%s that is pasted on the accounts is saved too', async (_, data, found) => {
  const { vault } = await openAdd({ codes: found });
  await press('Back');
  await see('Add your first account');
  paste(data);
  await see('1 account saved');
  expect(await vault.list()).toHaveLength(1);
  await press('Add an account');
  await expect.element(field('Site or company')).toBeVisible();
});

test('other text that is pasted on the accounts changes nothing', async () => {
  await openAdd();
  await press('Back');
  await see('Add your first account');
  expect(paste({ text: 'JBSWY3DPEHPK3PXP' })).toBe(true);
  await see('Add your first account');
});

test('an image without a QR code leads back to the form', async () => {
  await openAdd();
  await userEvent.fill(field('Site or company'), 'Harbour Bank');
  paste({ file: new Blob(['any']) });
  await see('No QR code was found.');
  await press('Enter a secret key');
  await expect.element(field('Site or company')).toHaveValue('Harbour Bank');
});

test('pasted text that is no link goes into the field', async () => {
  const { vault } = await openAdd();
  expect(paste({ text: 'JBSWY3DPEHPK3PXP' })).toBe(true);
  expect(await vault.list()).toEqual([]);
});

test('the toolbar popup opens the manage page for files, because a file dialog would close it', async () => {
  const { opened } = await openAdd();
  await press('Choose images');
  await press('Import from another app');
  expect(opened).toEqual(['#/add', '#/import']);
});

test('the side panel chooses images by itself', async () => {
  const { opened } = await openAdd({ beside: true, codes: [link] });
  await userEvent.upload(
    root.querySelector<HTMLInputElement>('input[type=file]') ?? root,
    new File(['any'], 'code.png', { type: 'image/png' }),
  );
  await see('1 account saved');
  expect(opened).toEqual([]);
});
