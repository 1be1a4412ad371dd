import { expect, test } from 'vitest';
import { orderEntries } from '../../../lib/authenticator/accounts/orderEntries';
import { searchEntries } from '../../../lib/authenticator/accounts/searchEntries';
import type { EntrySummary } from '../../../lib/vault';

const entry = (id: string, more: Partial<EntrySummary> = {}): EntrySummary => ({
  id,
  issuer: id,
  account: 'ada@example.com',
  otp: { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30, counter: 0 },
  tags: [],
  note: '',
  pinned: false,
  hosts: [],
  icon: '',
  position: 0,
  createdAt: 0,
  updatedAt: 0,
  usedAt: null,
  useCount: 0,
  deletedAt: null,
  backupCodesLeft: 0,
  backupCodesTotal: 0,
  ...more,
});

const ids = (entries: readonly EntrySummary[]) => entries.map(({ id }) => id);

test('sorts the accounts of the open site first, then the pinned accounts, then the others', () => {
  const entries = [
    entry('a', { position: 1 }),
    entry('b', { position: 2, pinned: true }),
    entry('c', { position: 3 }),
  ];
  expect(ids(orderEntries(entries, 'manual', new Set(['c'])))).toEqual(['c', 'b', 'a']);
});

test.each([
  ['manual', ['third', 'First', 'second 10', 'second 9']],
  ['name', ['First', 'second 9', 'second 10', 'third']],
  ['used', ['second 10', 'third', 'First', 'second 9']],
  ['newest', ['second 9', 'First', 'third', 'second 10']],
] as const)('sorts accounts by "%s"', (order, expected) => {
  const entries = [
    entry('First', { position: 2, createdAt: 30 }),
    entry('second 10', { position: 3, useCount: 9, createdAt: 10 }),
    entry('second 9', { position: 4, createdAt: 40 }),
    entry('third', { position: 1, useCount: 2, createdAt: 20 }),
  ];
  expect(ids(orderEntries(entries, order, new Set()))).toEqual(expected);
});

const book = [
  entry('GitHub', { account: 'ada@work.example' }),
  entry('Zürich Bank', { tags: ['money', 'private'] }),
  entry('Mail', { note: 'The old one, see the safe' }),
];

test.each([
  ['', ['GitHub', 'Zürich Bank', 'Mail']],
  ['git', ['GitHub']],
  ['WORK', ['GitHub']],
  ['zurich', ['Zürich Bank']],
  ['priv money', ['Zürich Bank']],
  ['safe', ['Mail']],
  ['ada money', ['Zürich Bank']],
  ['nothing', []],
])('a search for "%s" matches issuer, account, tags and note', (query, found) => {
  expect(ids(searchEntries(book, query))).toEqual(found);
});

test.each([
  ['htzner', ['Hetzner']],
  ['hetzmer', ['Hetzner']],
  ['heztner', ['Hetzner']],
  ['hetzznr', []],
  ['hub', ['GitHub']],
  ['hcb', []],
  ['login.example', ['Bank']],
])('a search for %s finds %j', (query, found) => {
  const entries = [
    entry('Hetzner'),
    entry('GitHub'),
    entry('Bank', { hosts: ['login.example.net'] }),
  ];
  expect(ids(searchEntries(entries, query))).toEqual(found);
});
