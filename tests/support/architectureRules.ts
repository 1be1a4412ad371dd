import { dirname, join, normalize } from 'node:path';

/**
 * The import rules of the design ("Who may import whom"). These rules call a folder with its own index.ts a room.
 */
const leaves = ['lib/errors', 'lib/clock'];
/** Engines that are independent of each other. */
const engines = ['otp', 'qr', 'crypto', 'sites', 'fill', 'backup-codes', 'passphrases'].map(
  (name) => `lib/${name}`,
);
const authenticatorParts = [
  'accounts',
  'import',
  'fill',
  'icons',
  'background',
  'state',
  'sync',
].map((name) => `lib/authenticator/${name}`);
const platform = ['lib/platform', 'lib/platform/vault'];

/** Pure use cases, which components may call too. */
const pureUseCases = ['accounts', 'import', 'fill'].map((name) => `lib/authenticator/${name}`);

/** For each room, the rooms that it may import values from. */
export const mayImport: Record<string, readonly string[]> = {
  'lib/errors': [],
  'lib/clock': [],
  'lib/messages': leaves,
  ...Object.fromEntries(engines.map((engine) => [engine, leaves])),
  'lib/platform': [...leaves, 'lib/messages'],
  'lib/platform/vault': [
    ...leaves,
    'lib/messages',
    'lib/platform',
    'lib/vault',
    'lib/crypto',
    'lib/passphrases',
  ],
  'lib/transfer': [...leaves, 'lib/otp', 'lib/crypto', 'lib/qr'],
  'lib/vault': [...leaves, 'lib/otp', 'lib/crypto'],
  'lib/sync': [...leaves, 'lib/crypto'],
  'lib/companion': [...leaves, 'lib/otp', 'lib/qr', 'lib/crypto', 'lib/passphrases'],
  ...Object.fromEntries(
    authenticatorParts.map((part) => [
      part,
      [
        ...leaves,
        ...engines,
        ...authenticatorParts,
        'lib/transfer',
        'lib/sync',
        ...platform,
        'lib/messages',
      ],
    ]),
  ),
  'components/ui': [...leaves, 'lib/passphrases'],
  // Maps results to messages in the user's language, for popup and background.
  'components/messages': ['components/ui', ...leaves],
  'components/vault': [
    ...pureUseCases,
    'lib/passphrases',
    'components/ui',
    'components/stores',
    'components/messages',
    ...leaves,
  ],
  'components/scan': [
    ...pureUseCases,
    'components/ui',
    'components/stores',
    'components/messages',
    ...leaves,
  ],
  'components/backup-codes': [...pureUseCases, 'components/ui', 'components/stores', ...leaves],
  ...Object.fromEntries(
    ['components/popup', 'components/manage'].map((page) => [
      page,
      [
        'lib/passphrases',
        ...['ui', 'vault', 'scan', 'backup-codes', 'stores', 'messages'].map(
          (name) => `components/${name}`,
        ),
        ...pureUseCases,
        ...leaves,
      ],
    ]),
  ),
  'components/companion': ['components/ui', ...leaves],
  'components/stores': [...leaves, 'lib/otp', 'lib/sites', ...authenticatorParts],
};

/** For each room, further rooms from which it may import only types. */
const mayNameTypes: Record<string, readonly string[]> = {
  ...Object.fromEntries(authenticatorParts.map((part) => [part, ['lib/vault']])),
  'lib/sync': ['lib/vault', 'lib/otp'],
};
/** Components and stores may import every type of lib. */
const namesEveryType = /^components\//;

/** For each package, the only rooms that may import it. */
const soleImporter: Record<string, readonly string[]> = {
  otplib: ['lib/otp'],
  '@otplib/': ['lib/otp'],
  tldts: ['lib/sites'],
  // otplib doesn't offer MD5, which mOTP uses, nor SHA-256 alone, which Yandex's codes use.
  '@noble/hashes': ['lib/crypto', 'lib/otp'],
  '@noble/': ['lib/crypto'],
  'hash-wasm': ['lib/crypto'],
  '@zxcvbn-ts/': ['lib/passphrases'],
  idb: ['lib/vault', 'lib/companion', 'lib/platform/vault'],
};

/** Rooms that may use the browser's extension API. */
const browserRooms = new Set([
  'entrypoints',
  'lib/messages',
  ...platform,
  'lib/authenticator/background',
  'lib/authenticator/state',
]);

/** Matches files that the background must never load, directly or indirectly. */
export const pagesOnly = /^components\/(popup|manage|companion)\//;

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

/** Returns every import and re-export of a source text. Type-only imports leave nothing at run time. */
export function importsOf(source: string): Import[] {
  const statement =
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?'([^']+)'|import\('([^']+)'\)|new URL\(\s*'([^']+)',\s*import\.meta\.url/g;
  return [...source.matchAll(statement)].map(([, type, from, dynamic, url]) => ({
    from: from ?? dynamic ?? url ?? '',
    typeOnly: type !== undefined,
  }));
}

export const roomOf = (path: string): string => {
  const parts = path.replace(/\.tsx?$/, '').split('/');
  if (parts[0] === 'entrypoints') return 'entrypoints';
  const nested = parts[1] === 'authenticator' || (parts[1] === 'platform' && parts[2] === 'vault');
  return parts.slice(0, nested ? 3 : 2).join('/');
};

/**
 * Modules that entry points and tests may import directly instead of through the room's index.ts, because the
 * background must import them statically or without the rest of the room.
 */
const sideDoors = new Set([
  'lib/crypto/serviceWorkerDerive',
  'lib/crypto/serviceWorkerSealing',
  'lib/passphrases/isCommonPassword',
  'lib/sync/entryMerging',
  'lib/sync/transports',
  'lib/vault/deferredParts',
]);

const isDoor = (target: string, room: string): boolean =>
  target === room || target === `${room}/index` || sideDoors.has(target);

/** Returns a message for each violation in a file. */
export function violations(path: string, source: string): string[] {
  const room = roomOf(path);
  return importsOf(source).flatMap(({ from, typeOnly }) => {
    const say = (why: string) => [`${path} imports ${from}: ${why}`];
    if (!from.startsWith('.')) {
      const owner = Object.entries(soleImporter).find(
        ([name]) => from === name || from.startsWith(name.endsWith('/') ? name : `${name}/`),
      );
      if (owner && !owner[1].includes(room)) return say(`only ${owner[1].join(', ')} may`);
      if (from.startsWith('wxt/browser') && !browserRooms.has(room))
        return say('no browser API here');
      return [];
    }
    const target = normalize(join(dirname(path), from.replace(/\?.*$/, '')));
    const other = roomOf(target);
    if (other === room) return [];
    if (other === 'entrypoints') return say('nothing imports an entry point');
    if (target.startsWith('components/locales'))
      return room.startsWith('lib/') ? say('no words in lib') : [];
    const allowed =
      room === 'entrypoints' ||
      mayImport[room]?.includes(other) ||
      (typeOnly && other.startsWith('lib/') && namesEveryType.test(room)) ||
      (typeOnly && mayNameTypes[room]?.includes(other));
    if (!allowed) return say(`${room} may not know ${other}`);
    if (other.startsWith('lib/') && !isDoor(target, other))
      return say('through the door (index.ts) only');
    return [];
  });
}
