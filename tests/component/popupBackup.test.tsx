import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { Popup } from '../../components/popup';
import { eventually } from '../support/eventually';
import { passphrase, popupWorld } from '../support/popupWorld';
import { draft } from '../support/vaultWorld';
import { closePopup, root, see } from './popupPage';
import { press } from './press';
import { reminderOf } from './reminderOf';

afterEach(closePopup);

test('once automatic backups are on, the popup says when they are saved, and leads to a page that saves one', async () => {
  const { parts, vault, opened } = await popupWorld();
  await parts.vaultStore.create(passphrase);
  await vault.add([draft('A'), draft('B'), draft('C')]);
  const reminder = reminderOf({ vault }, false);
  render(<Popup parts={{ ...parts, backupReminder: () => Promise.resolve(reminder) }} />, root);
  await press('Turn on automatic backups');
  await see("They're saved to your downloads while Tessera is open in a tab.");
  await see("1 change isn't in any backup.");
  await eventually(() => expect(root.innerText).not.toContain('Turn on automatic backups'));
  await press('Back up now');
  expect(opened).toEqual(['#/security/back-up']);
  await vault.backups.recordBackup(await vault.backups.make());
  await vault.backups.change({});
  await eventually(() => expect(root.innerText).not.toContain('Back up now'));
});
