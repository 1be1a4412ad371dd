import { describe, expect, test } from 'vitest';
import { mayImport, pagesOnly, roomOf, violations } from './support/architectureRules';
import { cyclicFiles, files, importedBy, reachedFrom, sources } from './support/importGraph';
import { swappableBytes } from './support/swappableBytes';

describe('architecture', () => {
  test('every file imports only what the design allows its folder', () => {
    expect(files.length).toBeGreaterThan(10);
    expect([...sources].flatMap(([file, source]) => violations(file, source))).toEqual([]);
  });

  test('the background never loads pages', () => {
    const reached = [...reachedFrom('entrypoints/background.ts')];
    expect(reached.length).toBeGreaterThan(50);
    expect(reached.filter((file) => pagesOnly.test(file))).toEqual([]);
  });

  test('no import leads back to its own file, type-only imports included', () => {
    expect(cyclicFiles(new Map(files.map((file) => [file, importedBy(file, true)])))).toEqual([]);
  });

  test('only the background connects to other servers, because a policy binds pages but not their workers', () => {
    const connects =
      /^(?! *(?:\*|\/)).*(?<![.\w])(?:fetch|XMLHttpRequest|WebSocket|EventSource|WebTransport)\(|sendBeacon/m;
    const found = [...sources].filter(([, source]) => connects.test(source)).map(([file]) => file);
    const connector = 'entrypoints/shared/syncTransport.ts';
    expect(found.toSorted()).toEqual([
      // This file calls the function that it is given, which sends a message to the background.
      'components/companion/stores/createSessionFetch.ts',
      connector,
      // This file asks the active page's own server for the time.
      'lib/platform/siteClock.ts',
    ]);
    const starts = files.filter(
      (file) => /^entrypoints\/.*main\.tsx?$/.test(file) || file.endsWith('Worker.ts'),
    );
    expect(starts.length).toBeGreaterThan(5);
    const reaching = starts.filter((start) => reachedFrom(start).has(connector));
    expect(reaching).toEqual([]);
    expect(reachedFrom('entrypoints/background.ts').has(connector)).toBe(true);
  });

  test('browser storage is accessed only through declared values', () => {
    const direct = /browser\.storage\.(local|session)\.(get|set|remove)\(/;
    const exceptions = new Set([
      // This file deletes every stored value that isn't declared.
      'lib/authenticator/background/startWipeOnLock.ts',
      // This file only checks whether the vault's key is stored.
      'lib/authenticator/background/lockAfterSleep.ts',
    ]);
    const found = [...sources].filter(
      ([file, source]) => direct.test(source) && !exceptions.has(file),
    );
    expect(found.map(([file]) => file)).toEqual([]);
  });

  test('no function takes two byte arrays as neighboring parameters', () => {
    const found = [...sources].flatMap(([file, source]) =>
      swappableBytes(source).map((parameters) => `${file}: ${parameters}`),
    );
    expect(found).toEqual([]);
  });

  test.each([
    'const open = (key: Uint8Array, sealed: Uint8Array) => key;',
    'function open(\n  key: Uint8Array<ArrayBuffer>,\n  nonce?: Uint8Array,\n) {}',
    'interface Sealing { open(key: Uint8Array | null, sealed: Uint8Array): void }',
  ])('finds planted neighboring byte arrays: %j', (source) => {
    expect(swappableBytes(source)).toHaveLength(1);
  });

  test.each([
    'const isEqual = (a: Uint8Array, b: Uint8Array) => a === b;',
    'const seal = ({ key }: { readonly key: Uint8Array; readonly nonce: Uint8Array }) => key;',
    'const open = (key: Uint8Array, id: string, sealed: Uint8Array) => id;',
  ])('accepts byte arrays that can’t be confused: %j', (source) => {
    expect(swappableBytes(source)).toEqual([]);
  });

  test('every folder of lib and components is in the table of rules', () => {
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
    ['lib/errors.ts', "import { x } from './clock';"],
    ['lib/messages/x.ts', "import { x } from '../platform';"],
    ['lib/sites/x.ts', "import { x } from '../fill';"],
    ['lib/fill/x.ts', "import { browser } from 'wxt/browser';"],
    ['lib/platform/x.ts', "import { x } from '../authenticator/state';"],
    ['lib/platform/x.ts', "import type { SecureVault } from '../vault';"],
    ['lib/platform/vault/x.ts', "import { x } from '../../companion';"],
    ['lib/transfer/x.ts', "import type { Entry } from '../vault';"],
    ['lib/vault/x.ts', "import { x } from '../platform';"],
    ['lib/vault/x.ts', "import { browser } from 'wxt/browser';"],
    ['lib/vault/x.ts', "import { x } from '../authenticator/accounts';"],
    ['lib/sync/x.ts', "import { openVault } from '../vault';"],
    ['lib/sync/x.ts', "import { x } from '../platform';"],
    ['lib/companion/x.ts', "import { x } from '../messages';"],
    ['lib/authenticator/import/x.ts', "import { openVault } from '../../vault';"],
    ['lib/authenticator/accounts/x.ts', "import { browser } from 'wxt/browser';"],
    ['lib/authenticator/fill/x.ts', "import { x } from '../../../components/popup';"],
    ['lib/authenticator/background/x.ts', "import { x } from '../../companion';"],
    ['lib/authenticator/background/x.ts', "import { x } from '../state/stored';"],
    ['components/companion/x.tsx', "import { x } from '../stores/createCodes';"],
    ['components/companion/x.tsx', "import { x } from '../../lib/companion';"],
    ['components/stores/x.ts', "import { x } from '../../lib/platform';"],
    ['components/stores/x.ts', "import { x } from '../ui';"],
    ['components/messages/x.ts', "import { x } from '../popup';"],
    ['components/ui/x.tsx', "import { x } from '../../entrypoints/popup/main';"],
    ['entrypoints/background.ts', "import { x } from '../lib/vault/createWorker';"],
    ['lib/vault/x.ts', "import words from '../../components/locales/en.yml';"],
    ['lib/vault/x.ts', "import { parse } from 'tldts';"],
    ['lib/sync/x.ts', "import { openDB } from 'idb';"],
  ])('finds a planted violation: %s with %s', (path, source) => {
    expect(violations(path, source)).toHaveLength(1);
  });

  test("finds a planted cycle, and doesn't report files that only lead to a cycle", () => {
    const graph = { a: ['b'], b: ['c'], c: ['b', 'd'], d: [] };
    expect(cyclicFiles(new Map(Object.entries(graph)))).toEqual(['b', 'c']);
  });

  test.each([
    ['components/popup/Code.tsx', "import type { EntrySummary } from '../../lib/vault';"],
    ['entrypoints/popup/main.tsx', "import { openVault } from '../../lib/vault';"],
    ['lib/vault/open.ts', "import {\n  seal,\n  open,\n} from '../crypto';"],
  ])('accepts what the design allows: %s', (path, source) => {
    expect(violations(path, source)).toEqual([]);
  });
});
