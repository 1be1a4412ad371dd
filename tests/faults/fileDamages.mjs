import { readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the files in a folder with a matching path. */
const filesBelow = (folder, pattern) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => pattern.test(file));

/** Damages the matching files. Throws if no file matches, because that is a bug in this harness. */
const harm = (pattern, how) => (profile) => {
  const files = filesBelow(profile, pattern);
  if (files.length === 0) throw new Error(`No file fits ${pattern}`);
  for (const file of files) how(file);
};

const remove = (file) => rmSync(file);
const cutInHalf = (file) => truncateSync(file, Math.floor(statSync(file).size / 2));
/** Firefox itself crashes if SQLite's log exists without its database. */
const cutSqlite = (file) => (file.endsWith('-wal') ? remove : cutInHalf)(file);

const levelDb = (folder, file) => new RegExp(`/${folder}/(?:[^/]+/)*${file}$`);
const indexedDb = (file) => levelDb('IndexedDB/chrome-extension_[^/]*', file);
const local = (file) => levelDb('Local Extension Settings', file);

// Firefox stores the extension's local storage as a database of a separate context.
const ofLocal = '\\^userContextId=[0-9]+';
const sqlite = (context) =>
  new RegExp(`/moz-extension\\+\\+\\+[\\w-]+${context}/idb/[^/]*\\.sqlite(-wal)?$`);

/** Damages nothing, so that the browser is only started again. */
const nothing = () => undefined;

/**
 * Damages to the files of a profile while the browser is closed: profiles, each with a sequence of damages.
 * The vault must have every change again before the next damage.
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
      // After the previous damage, the fallback database holds the intact vault.
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
