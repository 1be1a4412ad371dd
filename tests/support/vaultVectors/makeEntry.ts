import type { Entry } from '../../../lib/vault';
import { random, text } from './theVault';

export const makeEntry = (at: number): Entry => ({
  id: text(random(16)),
  issuer: ['Harbour Bank', 'Ærøskøbing', '株式会社', '', 'A&B'][at % 5] ?? '',
  account: `person${at}@example.org`,
  otp: {
    kind: 'totp',
    secret: random(10 + (at % 30)),
    algorithm: (['SHA1', 'SHA256', 'SHA512'] as const)[at % 3] ?? 'SHA1',
    digits: 6 + (at % 3),
    period: 30,
    counter: 0,
    pin: '',
  },
  backupCodes: Array.from({ length: at % 4 }, (_, place) => ({
    code: `code-${at}-${place}`,
    usedAt: place === 0 ? 1_800_000_000_000 : null,
  })),
  tags: at % 2 ? ['work'] : [],
  note: 'n'.repeat(at * 17),
  pinned: at % 7 === 0,
  hosts: [],
  icon: '',
  position: at,
  createdAt: 1_800_000_000_000 + at,
  updatedAt: 1_800_000_000_000 + at,
  usedAt: null,
  useCount: 0,
  deletedAt: null,
});
