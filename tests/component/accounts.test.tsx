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
import { eventually } from '../support/eventually';
import { expectNoBarriersInAnyLook } from './expectNoBarriers';
import { painted } from './painted';
import { press, seenButton } from './press';

const root = document.createElement('main');
document.body.append(root);

afterEach(() => render(null, root));

const some: readonly EntryDraft[] = [
  { ...draft('Acme'), tags: ['work'], pinned: true },
  { ...draft('Beta'), note: 'The card is in the safe' },
  draft('Gamma', 'grace@example.org'),
];

/** Renders the accounts page of a vault with three accounts in manual order. */
async function open() {
  const world = await popupWorld();
  await world.parts.vaultStore.create(passphrase);
  await world.vault.add(some);
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
  [...root.querySelectorAll<HTMLElement>('li a > :first-child')].map((one) => one.innerText);
const sees = (expected: readonly string[]) => eventually(() => expect(names()).toEqual(expected));
const link = (name: string) => {
  const found = [...root.querySelectorAll('a')].find((one) => one.innerText.startsWith(name));
  if (!found) throw new Error(`no account ${name}`);
  return found;
};

const row = (name: string) => {
  const found = link(name).closest('li');
  if (!found) throw new Error(`no row of ${name}`);
  return found;
};

/** Drags an account onto the upper or lower half of another account's row. */
const drag = (name: string, half: 'upper' | 'lower', other: string) =>
  userEvent.dragAndDrop(row(name), row(other), {
    targetPosition: { x: 120, y: half === 'upper' ? 8 : 52 },
  });

const says = (words: string) =>
  eventually(() =>
    expect(Array.from(root.querySelectorAll('output'), (one) => one.textContent)).toContain(words),
  );

test('accounts can be moved in the manual order by keyboard and by menu, and the move is announced', async () => {
  const { vault } = await open();
  await vault.add([draft('Delta')]);
  await sees(['Acme', 'Beta', 'Gamma', 'Delta']);
  await expectNoBarriersInAnyLook();
  link('Delta').focus();
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await sees(['Acme', 'Beta', 'Delta', 'Gamma']);
  await says('Delta is now number 3 of 4');
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await says('Delta is now number 2 of 4');
  await press('More actions for Delta');
  await press('Move down');
  await sees(['Acme', 'Beta', 'Delta', 'Gamma']);
});

test("an account below a pinned account can't move up", async () => {
  await open();
  await press('More actions for Beta');
  expect((await seenButton('Move up')).disabled).toBe(true);
  expect((await seenButton('Move down')).disabled).toBe(false);
  await userEvent.keyboard('{Escape}');
  await press('More actions for Acme');
  expect((await seenButton('Move down')).disabled).toBe(true);
});

test('an account can be dragged up, down and to the end of the list', async () => {
  const { vault } = await open();
  await vault.add([draft('Delta')]);
  await sees(['Acme', 'Beta', 'Gamma', 'Delta']);
  await drag('Beta', 'lower', 'Gamma');
  await sees(['Acme', 'Gamma', 'Beta', 'Delta']);
  await drag('Gamma', 'lower', 'Delta');
  await sees(['Acme', 'Beta', 'Delta', 'Gamma']);
  await drag('Beta', 'upper', 'Gamma');
  await sees(['Acme', 'Delta', 'Beta', 'Gamma']);
  await drag('Gamma', 'upper', 'Delta');
  await sees(['Acme', 'Gamma', 'Delta', 'Beta']);
});

test('while an account is dragged, a line shows where it would be dropped', async () => {
  await open();
  const dataTransfer = new DataTransfer();
  dataTransfer.setData('text/tessera-entry', '');
  const target = row('Gamma');
  const send = (type: string, more: DragEventInit) =>
    target.dispatchEvent(new DragEvent(type, { cancelable: true, dataTransfer, ...more }));
  const line = () => getComputedStyle(target, '::before');
  const { top, bottom } = target.getBoundingClientRect();
  send('dragover', { clientY: top + 8 });
  await eventually(() => expect(line().top).toBe('0px'));
  send('dragover', { clientY: bottom - 8 });
  await eventually(() => expect(line().bottom).toBe('-1px'));
  send('dragleave', { relatedTarget: link('Gamma') });
  await painted();
  expect(line().borderBlockStartWidth).toBe('3px');
  send('dragleave', { relatedTarget: row('Beta') });
  await eventually(() => expect(line().content).toBe('none'));
});

test.each(['ltr', 'rtl'] as const)(
  "every name is aligned beside its icon if the page's direction is %s",
  async (dir) => {
    document.documentElement.dir = dir;
    const { vault } = await open();
    await vault.add([draft('متجر', 'آدا')]);
    await sees(['Acme', 'Beta', 'Gamma', 'متجر']);
    const gaps = [...root.querySelectorAll('li a')].flatMap((one) => {
      const edge = one.getBoundingClientRect();
      return [...one.querySelectorAll('[dir=auto]')].map((text) => {
        const bounds = text.getBoundingClientRect();
        return Math.round(dir === 'ltr' ? bounds.left - edge.left : edge.right - bounds.right);
      });
    });
    document.documentElement.dir = 'ltr';
    expect(gaps).toEqual(gaps.map(() => 0));
  },
);

test('the number of remaining backup codes is announced in words', async () => {
  const { vault } = await open();
  await vault.add([{ ...draft('Delta'), backupCodes: [{ code: 'aaaa-1111', usedAt: null }] }]);
  await eventually(() => expect(row('Delta').textContent).toContain('1 backup code left'));
});

test('typing in the search finds accounts by tag, note and name', async () => {
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

test('clicking a tag filters the list, and a search without a result can be cleared', async () => {
  await open();
  await press('work');
  await sees(['Acme']);
  await userEvent.fill(root.querySelector('input[type=search]') ?? root, 'safe');
  await eventually(() => expect(root.innerText).toContain('No account matches.'));
  await expectNoBarriersInAnyLook();
  await press('Clear the search');
  await sees(['Acme', 'Beta', 'Gamma']);
});

test('the list can be sorted by use, with a pinned account on top', async () => {
  const { parts, vault } = await open();
  const [, beta, gamma] = (await vault.list()).map(({ id }) => id);
  await parts.accounts.countUse(gamma ?? '');
  await userEvent.selectOptions(root.querySelector('select') ?? root, 'Most used');
  await sees(['Acme', 'Gamma', 'Beta']);
  await parts.accounts.countUse(beta ?? '');
  await parts.accounts.countUse(beta ?? '');
  await sees(['Acme', 'Beta', 'Gamma']);
});

test('a deleted account can be restored from the toast', async () => {
  await open();
  await press('More actions for Beta');
  await press('Delete');
  await sees(['Acme', 'Gamma']);
  await expectNoBarriersInAnyLook();
  await press('Undo');
  await sees(['Acme', 'Beta', 'Gamma']);
});
