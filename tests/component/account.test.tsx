import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AccountPage } from '../../components/manage/account';
import { ManageContext } from '../../components/manage/ManageContext';
import { createEntryStore } from '../../components/stores/createEntryStore';
import { Toasts } from '../../components/ui';
import '../../components/ui/tokens.css';
import { readBackupCodes } from '../../lib/backup-codes';
import { formatOtpUri, makeOtp } from '../../lib/otp';
import { qrMatrix } from '../../lib/qr';
import { readHost } from '../../lib/sites';
import type { EntryDraft } from '../../lib/vault';
import { passphrase, popupWorld } from '../support/popupWorld';
import { draft } from '../support/vaultWorld';
import { expectNoBarriers } from './expectNoBarriers';

const root = document.createElement('main');
document.body.append(root);

afterEach(() => {
  render(null, root);
  location.hash = '';
});

/** The page of one account in an unlocked vault. */
async function open(changes: Partial<EntryDraft> = {}) {
  const world = await popupWorld();
  await world.parts.vault.create(passphrase);
  const [id = ''] = await world.source.add([{ ...draft('GitHub'), ...changes }]);
  location.hash = `#/account/${id}`;
  const tools = {
    open: (one: string) => createEntryStore({ vault: world.source, clock: Date.now, id: one }),
    readBackupCodes,
    makeOtp,
    enrolment: (entry: Parameters<typeof formatOtpUri>[0]) =>
      Promise.resolve(qrMatrix(formatOtpUri(entry))),
    readHost: (text: string) => Promise.resolve(readHost(text)),
    checkPassphrase: (typed: string) => world.source.unlock(typed),
  };
  render(
    <ManageContext.Provider value={world.parts}>
      <Toasts>
        <AccountPage tools={tools} />
      </Toasts>
    </ManageContext.Provider>,
    root,
  );
  await see('Details');
  return { ...world, entry: () => world.source.get(id) };
}

const see = (text: string) => vi.waitFor(() => expect(root.innerText).toContain(text));
const button = (name: string) =>
  vi.waitFor(() => {
    const found = [...root.querySelectorAll<HTMLElement>('button')].find(
      // The last line: above it may stand the letter of an avatar, which screen readers don't say.
      (one) => one.innerText.split('\n').at(-1) === name || one.ariaLabel === name,
    );
    if (!found) throw new Error(`no button ${name}`);
    return found;
  });
const click = async (name: string) => userEvent.click(await button(name));

test('an icon is chosen by its name, and the automatic one chosen again', async () => {
  const { entry } = await open();
  await click('Change icon');
  expect((await button('By its name')).ariaPressed).toBe('true');
  await userEvent.keyboard('gitl');
  await vi.waitFor(() => expect(root.querySelectorAll('dialog li')).toHaveLength(1));
  await expectNoBarriers();
  await click('GitLab');
  await vi.waitFor(async () => expect((await entry()).icon).toBe('gitlab'));
  await click('Change icon');
  await vi.waitFor(async () => expect((await button('GitLab')).ariaPressed).toBe('true'));
  await click('Letter');
  await vi.waitFor(async () => expect((await entry()).icon).toBe('none'));
  await click('Change icon');
  await click('By its name');
  await vi.waitFor(async () => expect((await entry()).icon).toBe(''));
});

test('a name of which no icon comes with Tessera has its letter to begin with', async () => {
  await open({ issuer: 'Harbour Bank' });
  await click('Change icon');
  expect((await button('Letter')).ariaPressed).toBe('true');
  expect(root.innerText).not.toContain('By its name');
  await userEvent.keyboard('no such service');
  await see('No icon of this name comes with Tessera.');
});
