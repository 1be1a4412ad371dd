import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ManageContext } from '../../components/manage';
import { HandOff } from '../../components/manage/hand-off';
import { createEntryStore } from '../../components/stores/createEntryStore';
import '../../components/ui/tokens.css';
import { passphrase, popupWorld } from '../support/popupWorld';

const root = document.body.appendChild(document.createElement('div'));

afterEach(() => {
  render(null, root);
  location.hash = '';
});

test('the page for offered backup codes leads to the account list if no codes are waiting', async () => {
  const { vault, parts } = await popupWorld();
  await vault.create(passphrase);
  render(
    <ManageContext.Provider value={parts}>
      <HandOff
        read={() => Promise.resolve(null)}
        drop={() => Promise.resolve()}
        announce={() => undefined}
        open={(id) => createEntryStore({ vault, clock: Date.now, id })}
      />
    </ManageContext.Provider>,
    root,
  );
  await expect.element(page.getByText('No backup codes to save')).toBeVisible();
  await page.getByRole('button', { name: 'Go to the accounts' }).click();
  expect(location.hash).toBe('#/accounts');
});
