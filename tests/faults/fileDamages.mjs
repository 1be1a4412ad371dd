import { readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

/** The files below a folder whose path fits. */
const filesBelow = (folder, pattern) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => pattern.test(file));

/** Harms the files that fit; none is a mistake of this harness. */
const harm = (pattern, how) => (profile) => {
  const files = filesBelow(profile, pattern);
  if (files.length === 0) throw new Error(`No file fits ${pattern}`);
  for (const file of files) how(file);
};

const remove = (file) => rmSync(file);
const cutInHalf = (file) => truncateSync(file, Math.floor(statSync(file).size / 2));
/** Firefox itself crashes where SQLite's log is without the file that it belongs to. */
const cutSqlite = (file) => (file.endsWith('-wal') ? remove : cutInHalf)(file);

const levelDb = (folder, file) => new RegExp(`/${folder}/(?:[^/]+/)*${file}$`);
const indexedDb = (file) => levelDb('IndexedDB/chrome-extension_[^/]*', file);
const local = (file) => levelDb('Local Extension Settings', file);

// Firefox keeps the extension's local storage as a database of a context of its own.
const ofLocal = '\\^userContextId=[0-9]+';
const sqlite = (context) =>
  new RegExp(`/moz-extension\\+\\+\\+[\\w-]+${context}/idb/[^/]*\\.sqlite(-wal)?$`);

/** Nothing more happens. */
const nothing = () => undefined;

/**
 * What can happen to the files of a profile while the browser is closed: profiles, and for each of them one
 * damage after another. The vault must know every change again before the next.
 * @type {Record<'chrome' | 'firefox', { name: string, harm: (profile: string) => void }[][]>}
 */
export const fileDamages = {
  chrome: [
    [
      { name: 'the log of IndexedDB deleted', harm: harm(indexedDb('[0-9]+\\.log'), remove) },
      { name: 'the log of the local storage deleted', harm: harm(local('[0-9]+\\.log'), remove) },
      { name: 'all of IndexedDB deleted', harm: harm(indexedDb('[^/]+'), remove) },
      { name: 'all of the local storage deleted', harm: harm(local('[^/]+'), remove) },
      {
        name: 'the log of IndexedDB cut in half',
        harm: harm(indexedDb('[0-9]+\\.log'), cutInHalf),
      },
      { name: 'the start after that', harm: nothing },
      {
        name: 'the MANIFEST of the local storage deleted',
        harm: harm(local('MANIFEST-[0-9]+'), remove),
      },
    ],
    [
      {
        name: 'the MANIFEST of IndexedDB deleted',
        harm: harm(indexedDb('MANIFEST-[0-9]+'), remove),
      },
      // The database is in a place of its own since, and whole.
      { name: 'all of the local storage deleted after that', harm: harm(local('[^/]+'), remove) },
    ],
  ],
  firefox: [
    [
      { name: 'the file of IndexedDB deleted', harm: harm(sqlite(''), remove) },
      { name: 'the file of the local storage deleted', harm: harm(sqlite(ofLocal), remove) },
      { name: 'the file of IndexedDB cut in half', harm: harm(sqlite(''), cutSqlite) },
      { name: 'the file of the local storage cut in half', harm: harm(sqlite(ofLocal), cutSqlite) },
    ],
  ],
};
