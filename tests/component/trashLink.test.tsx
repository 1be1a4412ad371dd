import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Manage, type Section } from '../../components/manage';
import { Accounts } from '../../components/manage/accounts';
import { SecurityPage } from '../../components/manage/security';
import '../../components/ui/tokens.css';
import { passphrase, popupWorld } from '../support/popupWorld';
import { draft } from '../support/vaultWorld';
import { securityStoreOf } from './securityStoreOf';

const root = document.createElement('div');
document.body.append(root);

afterEach(() => {
  render(null, root);
  location.hash = '';
});

test.each([
  ['some accounts', [draft('Harbour Bank'), draft('Larkfield')]],
  ['no account left', [draft('Harbour Bank')]],
])('the list leads to the trash if there are %s', async (_, drafts) => {
  const { vault, parts } = await popupWorld();
  await parts.vaultStore.create(passphrase);
  const [first = ''] = await vault.add(drafts);
  await vault.remove([first]);
  const store = securityStoreOf(vault);
  const sections: readonly Section[] = [
    {
      id: 'accounts',
      icon: 'list',
      label: () => 'Accounts',
      load: () => Promise.resolve(Accounts),
    },
    {
      id: 'security',
      icon: 'shield',
      label: () => 'Vault security',
      load: () => Promise.resolve(() => <SecurityPage store={store} />),
    },
  ];
  render(<Manage parts={parts} sections={sections} />, root);
  await page.getByRole('link', { name: 'Trash' }).click();
  const restore = page.getByRole('button', { name: 'Restore: Harbour Bank' });
  await expect.element(restore).toBeInViewport();
  const trash = page.getByRole('region', { name: 'Trash' });
  expect(document.activeElement?.contains(trash.element())).toBe(true);
  expect(document.activeElement?.tagName).toBe('DIV');
});
