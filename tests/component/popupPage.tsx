import axe from 'axe-core';
import { render } from 'preact';
import { expect } from 'vitest';
import { Popup } from '../../components/popup';
import '../../components/ui/tokens.css';
import type { EntryDraft } from '../../lib/vault';
import { passphrase, type PopupOptions, popupWorld } from '../support/popupWorld';
import { eventually } from '../support/eventually';

/** The element into which the popup is rendered. */
export const root = document.createElement('div');
document.body.append(root);
document.documentElement.lang = 'en';
document.title = 'Tessera';

/** Renders the popup of an unlocked vault with these accounts. */
export async function openPopup(accounts: readonly EntryDraft[] = [], options: PopupOptions = {}) {
  const world = await popupWorld(options);
  await world.parts.vaultStore.create(passphrase);
  const ids = accounts.length > 0 ? await world.vault.add(accounts) : [];
  render(<Popup parts={world.parts} />, root);
  await see(accounts[0]?.issuer ?? 'Add your first account');
  return { ...world, ids };
}

/** Unmounts the popup and resets the page's appearance. */
export function closePopup(): void {
  render(null, root);
  document.documentElement.dir = 'ltr';
  delete document.documentElement.dataset['theme'];
}

export const see = (text: string): Promise<void> =>
  eventually(() => expect(root.innerText).toContain(text));

/** Returns the displayed codes, with the space between their groups. */
export const codes = (): string[] =>
  [...root.querySelectorAll('li [dir=ltr]')].flatMap(({ textContent }) =>
    /^\d{3} \d{3}$/.test(textContent) ? [textContent] : [],
  );

export const seeCodes = (count: number): Promise<void> =>
  eventually(() => expect(codes()).toHaveLength(count));

/** Returns axe's violations on the current page. */
export async function complaints(): Promise<string[]> {
  const { violations } = await axe.run(document);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
