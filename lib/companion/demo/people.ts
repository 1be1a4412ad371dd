import type { Profile } from '../ports';

/** The accounts that the demo starts with. Together they cover every feature. */
export const people = [
  {
    role: 'admin',
    name: 'Ada Okafor',
    address: 'ada',
    method: 'password',
    manages: ['Harbour'],
    in: ['Harbour'],
    home: 'Harbour',
  },
  {
    role: 'member',
    name: 'Ben Lindqvist',
    address: 'ben',
    method: 'password',
    manages: [],
    in: ['Harbour'],
    home: 'Harbour',
  },
  {
    role: 'google',
    name: 'Gina Rossi',
    address: 'gina',
    method: 'google',
    manages: [],
    in: ['Harbour'],
    home: 'Harbour',
  },
  {
    role: 'both',
    name: 'Theo Martens',
    address: 'theo',
    method: 'password',
    manages: [],
    in: ['Harbour', 'Meadow'],
    home: 'Harbour',
  },
  {
    role: 'outsider',
    name: 'Olga Novak',
    address: 'olga',
    method: 'password',
    manages: ['Meadow'],
    in: ['Meadow'],
    home: 'Meadow',
  },
] as const;

export const domain = 'larkfield.example';

/** The accounts of the simulated Google. */
export const googleAccounts = [
  { sub: 'google-1001', name: 'Gina Rossi', email: `gina@${domain}`, verified: true },
  { sub: 'google-1002', name: 'Ada Okafor', email: `ada@${domain}`, verified: true },
  { sub: 'google-1003', name: 'Noor Haddad', email: `noor@${domain}`, verified: false },
] as const;

/** Returns the simulated Google account with the id `sub`, or null. */
export const profileOf = (sub: string): Profile | null =>
  googleAccounts.find((account) => account.sub === sub) ?? null;
