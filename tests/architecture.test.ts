import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The house rules of design.md. A room is a folder of lib or components, or a file beside them. */
const leaves = ['lib/errors', 'lib/clock'];
const engines = [...leaves, 'lib/otp', 'lib/qr', 'lib/crypto'];

const mayImport: Record<string, readonly string[]> = {
  'lib/errors': [],
  'lib/clock': [],
  'lib/messages': leaves,
  'lib/otp': leaves,
  'lib/qr': leaves,
  'lib/crypto': leaves,
  'lib/backup-codes': leaves,
  'lib/sites': leaves,
  'lib/fill': leaves,
  'lib/platform': [...leaves, 'lib/messages'],
  'lib/vault': engines,
  'lib/companion': engines,
  'lib/transfer': engines,
  'lib/scan': [...leaves, 'lib/otp', 'lib/transfer'],
  'components/ui': leaves,
  // What the popup and the manage page both draw: the vault's gate, an account's avatar.
  'components/vault': ['components/ui', 'components/stores', ...leaves],
  // What a scan found, in the popup and on the manage page.
  'components/scan': ['components/ui', 'components/stores', ...leaves],
  // Backup codes, in the popup and on the account's page.
  'components/backup-codes': ['components/ui', 'components/stores', ...leaves],
  'components/popup': [
    'components/ui',
    'components/vault',
    'components/scan',
    'components/backup-codes',
    'components/stores',
    ...leaves,
  ],
  'components/manage': [
    'components/ui',
    'components/vault',
    'components/scan',
    'components/backup-codes',
    'components/stores',
    ...leaves,
  ],
  'components/companion': ['components/ui', ...leaves],
  'components/stores': leaves,
};

/** Rooms whose types (and only those) components and stores may name. */
const typesOfLib = /^components\//;

/** Packages that one room alone may import. */
const soleImporter: Record<string, readonly string[]> = {
  otplib: ['lib/otp'],
  '@otplib/': ['lib/otp'],
  tldts: ['lib/sites'],
  // mOTP is made of MD5 and Yandex's codes of SHA-256, which otplib (itself on @noble/hashes) doesn't offer.
  '@noble/hashes': ['lib/crypto', 'lib/otp'],
  '@noble/': ['lib/crypto'],
  'hash-wasm': ['lib/crypto'],
  idb: ['lib/vault', 'lib/companion', 'lib/platform'],
};

/** Rooms that may speak to the browser's extension API. */
const browserRooms = /^(entrypoints|lib\/(platform|messages|vault))/;

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

/** Every import and re-export of a source text. Type-only means that nothing is left at run time. */
export function importsOf(source: string): Import[] {
  const statement =
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?'([^']+)'|import\('([^']+)'\)|new URL\(\s*'([^']+)',\s*import\.meta\.url/g;
  return [...source.matchAll(statement)].map(([, type, from, dynamic, url]) => ({
    from: from ?? dynamic ?? url ?? '',
    typeOnly: type !== undefined,
  }));
}

const roomOf = (path: string): string =>
  path.startsWith('entrypoints/')
    ? 'entrypoints'
    : path
        .replace(/\.tsx?$/, '')
        .split('/')
        .slice(0, 2)
        .join('/');

/** What breaks the rules in one file, in words; nothing when it keeps them. */
export function violations(path: string, source: string): string[] {
  const room = roomOf(path);
  return importsOf(source).flatMap(({ from, typeOnly }) => {
    const say = (why: string) => [`${path} imports ${from}: ${why}`];
    if (!from.startsWith('.')) {
      const owner = Object.entries(soleImporter).find(
        ([name]) => from === name || from.startsWith(name.endsWith('/') ? name : `${name}/`),
      );
      if (owner && !owner[1].includes(room)) return say(`only ${owner[1].join(', ')} may`);
      if (from.startsWith('wxt/browser') && !browserRooms.test(room))
        return say('no browser API here');
      return [];
    }
    const target = normalize(join(dirname(path), from.replace(/\?.*$/, '')));
    const other = roomOf(target);
    if (other === room || room === 'entrypoints') {
      return room === 'entrypoints' &&
        /^lib\/[\w-]+\/[\w-]/.test(target) &&
        !/worker/i.test(target) &&
        !target.endsWith('/index')
        ? say('through the door (index.ts) only')
        : [];
    }
    if (typesOfLib.test(room) && other.startsWith('lib/') && typeOnly) return [];
    if (target.startsWith('components/locales'))
      return room.startsWith('lib/') ? say('no words in lib') : [];
    if (!mayImport[room]?.includes(other)) return say(`${room} may not know ${other}`);
    if (other.startsWith('lib/') && target.split('/').length > 2 && !target.endsWith('/index'))
      return say('through the door (index.ts) only');
    return [];
  });
}

const files = ['entrypoints', 'components', 'lib'].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(top, name).replaceAll('\\', '/')),
);

describe('architecture', () => {
  test('every file imports only what the design lets its room import', () => {
    expect(files.length).toBeGreaterThan(10);
    expect(files.flatMap((file) => violations(file, readFileSync(file, 'utf8')))).toEqual([]);
  });

  test('every folder of lib and components is in the table', () => {
    const rooms = new Set(files.map(roomOf).filter((room) => room !== 'entrypoints'));
    expect([...rooms].filter((room) => !(room in mayImport))).toEqual([]);
  });

  test.each([
    ['lib/vault/open.ts', "import { x } from '../companion';"],
    ['lib/companion/app.ts', "import { x } from '../vault';"],
    ['lib/companion/app.ts', "import type { Entry } from '../vault';"],
    ['lib/otp/code.ts', "import { x } from '../crypto';"],
    ['lib/vault/open.ts', "import { argon2id } from 'hash-wasm';"],
    ['lib/vault/open.ts', "import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';"],
    ['lib/transfer/x.ts', "import { generate } from 'otplib';"],
    ['lib/vault/open.ts', "import { x } from '../crypto/seal';"],
    ['components/popup/Code.tsx', "import { openVault } from '../../lib/vault';"],
    ['components/popup/Code.tsx', "import { browser } from 'wxt/browser';"],
    ['components/ui/Button.tsx', "import { x } from '../stores/x';"],
    ['components/popup/Code.tsx', "const x = await import('../manage/Import');"],
  ])('a planted violation is found: %s with %s', (path, source) => {
    expect(violations(path, source)).toHaveLength(1);
  });

  test.each([
    ['components/popup/Code.tsx', "import type { EntrySummary } from '../../lib/vault';"],
    ['entrypoints/popup/main.tsx', "import { openVault } from '../../lib/vault';"],
    ['lib/vault/open.ts', "import {\n  seal,\n  open,\n} from '../crypto';"],
  ])('what the design allows passes: %s', (path, source) => {
    expect(violations(path, source)).toEqual([]);
  });
});
