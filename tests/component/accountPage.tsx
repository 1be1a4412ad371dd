import { render } from 'preact';
import { expect } from 'vitest';
import { AccountPage } from '../../components/manage/account';
import { ManageContext } from '../../components/manage/ManageContext';
import { createDrafts } from '../../components/stores/createDrafts';
import { createEntryStore } from '../../components/stores/createEntryStore';
import { Toasts } from '../../components/ui';
import { createPictures } from '../../components/stores/createPictures';
import { PicturesContext } from '../../components/vault';
import { iconTools } from '../../entrypoints/manage/iconTools';
import '../../components/ui/tokens.css';
import { readBackupCodes } from '../../lib/backup-codes';
import { encodeBase32, formatOtpUri, makeOtp, readWholeNumber } from '../../lib/otp';
import { qrMatrix } from '../../lib/qr';
import { isShared, readHost, wholeSite } from '../../lib/sites';
import type { EntryDraft } from '../../lib/vault';
import { passphrase, popupWorld } from '../support/popupWorld';
import { draft } from '../support/vaultWorld';
import { eventually } from '../support/eventually';

/** The element into which the page is rendered. */
export const root = document.createElement('main');
document.body.append(root);

/** Unmounts the page. */
export function closeAccount(): void {
  render(null, root);
  location.hash = '';
}

/** Renders the page of one account in an unlocked vault. */
export async function openAccount(changes: Partial<EntryDraft> = {}, hasPassphrase = true) {
  const world = await popupWorld();
  await (hasPassphrase
    ? world.parts.vaultStore.create(passphrase)
    : world.parts.vaultStore.createWithoutPassphrase());
  const [id = ''] = await world.vault.add([{ ...draft('GitHub'), ...changes }]);
  const tools = {
    open: (one: string) => createEntryStore({ vault: world.vault, clock: Date.now, id: one }),
    draftOf: createDrafts(world.vault.drafts),
    readBackupCodes,
    makeOtp,
    readWholeNumber,
    enrolment: (entry: Parameters<typeof formatOtpUri>[0]) =>
      Promise.resolve({
        matrix: qrMatrix(formatOtpUri(entry)),
        key: encodeBase32(entry.otp.secret),
      }),
    linkReach: (host: string) =>
      Promise.resolve({ isShared: isShared(host), wholeSite: wholeSite(host) }),
    readHost: (text: string) => Promise.resolve(readHost(text)),
    hasPassphrase: () => Promise.resolve(hasPassphrase),
    verifyPassphrase: (typed: string) => world.vault.verifyPassphrase(typed),
  };
  const pictures = createPictures({ vault: world.vault });
  const services = { ...world.parts, icons: iconTools(world.vault) };
  const draw = (isShown: boolean) =>
    render(
      <PicturesContext.Provider value={() => Promise.resolve(pictures)}>
        <ManageContext.Provider value={services}>
          <Toasts>{isShown && <AccountPage tools={tools} />}</Toasts>
        </ManageContext.Provider>
      </PicturesContext.Provider>,
      root,
    );
  /** Renders the page, also again after it was closed. */
  const show = async (part = '') => {
    location.hash = `#/account/${id}${part}`;
    draw(true);
    await see('Details');
  };
  /** Replaces the page with an empty one, which shows the toasts of the page. */
  const leave = () => draw(false);
  await show();
  return { ...world, id, show, leave, entry: () => world.vault.get(id) };
}

export const see = (text: string) => eventually(() => expect(root.innerText).toContain(text));

export const field = (label: string) => {
  const found = [...root.querySelectorAll('label')].find((one) => one.innerText === label);
  const control = found && root.querySelector<HTMLInputElement>(`#${CSS.escape(found.htmlFor)}`);
  if (!control) throw new Error(`no field ${label}`);
  return control;
};
