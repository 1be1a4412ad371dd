import { expect, test } from 'vitest';
import { codeRows } from '../../../components/manage/codes/codeRows';
import type { EntrySummary } from '../../../lib/vault';

const entry = (id: string, ...tags: string[]) => ({ id, tags }) as unknown as EntrySummary;

const plain = (rows: ReturnType<typeof codeRows>) =>
  rows.map((row) =>
    'group' in row
      ? `${row.group}:${row.count}${row.isOpen ? '' : ' folded'}`
      : row.entries.map(({ id }) => id),
  );

const some = [entry('a', 'work'), entry('b'), entry('c', 'bank', 'work'), entry('d', 'work')];

test('fills each row with as many accounts as there are columns', () => {
  const rows = codeRows(some, { columns: 3, isGrouped: false, folded: new Set() });
  expect(plain(rows)).toEqual([['a', 'b', 'c'], ['d']]);
});

test('sorts tag groups by name, repeats accounts with several tags in each group, and puts untagged accounts last', () => {
  const rows = codeRows(some, { columns: 2, isGrouped: true, folded: new Set(['bank']) });
  expect(plain(rows)).toEqual(['bank:1 folded', 'work:3', ['a', 'c'], ['d'], ':1', ['b']]);
});
