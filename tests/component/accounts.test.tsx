import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Accounts } from '../../components/manage/accounts';
import { ManageContext } from '../../components/manage/ManageContext';
import { Toasts } from '../../components/ui';
import '../../components/ui/tokens.css';
import type { EntryDraft } from '../../lib/vault';
import { passphrase, popupWorld } from '../support/popupWorld';
import { draft } from '../support/vaultWorld';
import { eventually } from './eventually';
import { expectNoBarriersInAnyLook } from './expectNoBarriers';
import { press } from './press';

const root = document.createElement('main');
document.body.append(root);

afterEach(() => render(null, root));

const some: readonly EntryDraft[] = [
  { ...draft('Acme'), tags: ['work'], pinned: true },
  { ...draft('Beta'), note: 'The card is in the safe' },
  draft('Gamma', 'grace@example.org'),
];

/** The accounts page over a vault with three accounts, in their own order. */
async function open() {
  const world = await popupWorld();
  await world.parts.vault.create(passphrase);
  await world.source.add(some);
  render(
    <ManageContext.Provider value={world.parts}>
      <Toasts>
        <Accounts />
      </Toasts>
    </ManageContext.Provider>,
    root,
  );
  await sees(['Acme', 'Beta', 'Gamma']);
  return world;
}

const names = () =>
  [...root.querySelectorAll<HTMLElement>('li a span:first-child')].map((one) => one.innerText);
const sees = (expected: readonly string[]) => eventually(() => expect(names()).toEqual(expected));
const link = (name: string) => {
  const found = [...root.querySelectorAll('a')].find((one) => one.innerText.startsWith(name));
  if (!found) throw new Error(`no account ${name}`);
  return found;
};

test('accounts take their place in the own order by keyboard, by menu and by drag', async () => {
  await open();
  await expectNoBarriersInAnyLook();
  link('Gamma').focus();
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await sees(['Acme', 'Gamma', 'Beta']);
  await press('More for Gamma');
  await press('Move down');
  await sees(['Acme', 'Beta', 'Gamma']);
  const [, second, third] = root.querySelectorAll('li');
  if (second && third) await userEvent.dragAndDrop(third, second);
  await sees(['Acme', 'Gamma', 'Beta']);
});

test('a search finds by tag, note and account name as one types', async () => {
  await open();
  const search = root.querySelector('input[type=search]') ?? root;
  for (const [query, found] of [
    ['WORK', ['Acme']],
    ['safe', ['Beta']],
    ['grace', ['Gamma']],
    ['', ['Acme', 'Beta', 'Gamma']],
  ] as const) {
    await userEvent.fill(search, query);
    await sees(found);
  }
});

test('a tag is clicked to see its accounts alone, and a search without a result has a way back', async () => {
  await open();
  await press('work');
  await sees(['Acme']);
  await userEvent.fill(root.querySelector('input[type=search]') ?? root, 'safe');
  await eventually(() => expect(root.innerText).toContain('No account matches.'));
  await expectNoBarriersInAnyLook();
  await press('Clear the search');
  await sees(['Acme', 'Beta', 'Gamma']);
});

test('the order can be by use; a pinned account stays on top', async () => {
  const { parts, source } = await open();
  const [, beta, gamma] = (await source.list()).map(({ id }) => id);
  await parts.accounts.countUse(gamma ?? '');
  await userEvent.selectOptions(root.querySelector('select') ?? root, 'Most used');
  await sees(['Acme', 'Gamma', 'Beta']);
  await parts.accounts.countUse(beta ?? '');
  await parts.accounts.countUse(beta ?? '');
  await sees(['Acme', 'Beta', 'Gamma']);
});

test('a deleted account comes back by the toast', async () => {
  await open();
  await press('More for Beta');
  await press('Delete');
  await sees(['Acme', 'Gamma']);
  await expectNoBarriersInAnyLook();
  await press('Undo');
  await sees(['Acme', 'Beta', 'Gamma']);
});
