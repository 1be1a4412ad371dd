import type { EntrySummary } from './Entry';
import { trustedCast } from '../format/trustedCast';
import type { StorageArea } from '../storage/StorageArea';

/**
 * The summaries of all entries at one revision. They are cached, so that a new page doesn't decrypt every record.
 */
export interface Summaries {
  readonly vault: string;
  readonly revision: number;
  /** All summaries, including those in the trash, sorted by position. */
  readonly list: readonly EntrySummary[];
}

/** What one change does to the cached lists. `revision` is the vault's revision after the change. */
export interface ListEdit {
  readonly revision: number;
  readonly put: readonly EntrySummary[];
  readonly drop: readonly string[];
}

/** The cached lists in session memory, shared by all contexts of the extension. */
export interface Lists {
  /** Returns the cached lists, or null if they are missing or inconsistent. */
  summaries(): Promise<Summaries | null>;
  /** Returns the revision of the cached lists without reading the whole list. */
  revision(): Promise<number | null>;
  saveSummaries(summaries: Summaries): Promise<void>;
  /**
   * Applies a change to the cached lists. Discards the lists unless their revision directly precedes the change.
   */
  applyEdit(edit: ListEdit): Promise<void>;
}

const listName = 'vault.summaries';
const logName = 'vault.edits';

/** The storage keys that a lock removes. */
export const listNames = [listName, logName];

/**
 * Maximum size of the log, in changes plus the summaries that they put or drop. A longer log is merged into the
 * list.
 */
const longestLog = 100;

/** The cached list. Stored as one string, because Chromium stores objects a hundred times slower. */
interface StoredList {
  readonly vault: string;
  readonly revision: number;
  readonly text: string;
}

/**
 * The changes since the list was written. The log avoids rewriting thousands of summaries when one entry changes.
 */
interface Log {
  /** The revision of the list without the log. `revision` is the revision after the logged changes. */
  readonly base: number;
  readonly revision: number;
  readonly text: string;
}

const editsOf = ({ text }: Log) => trustedCast<readonly ListEdit[]>(JSON.parse(text));

/** Returns the list sorted by position. */
export const sorted = (list: readonly EntrySummary[]): readonly EntrySummary[] =>
  list.toSorted((a, b) => a.position - b.position);

function withEdits(list: readonly EntrySummary[], edits: readonly ListEdit[]) {
  if (edits.length === 0) return list;
  const latest = new Map<string, EntrySummary | null>();
  for (const { put, drop } of edits) {
    for (const id of drop) latest.set(id, null);
    for (const summary of put) latest.set(summary.id, summary);
  }
  const changed = [...latest.values()].filter((summary) => summary !== null);
  return sorted([...list.filter(({ id }) => !latest.has(id)), ...changed]);
}

const sizeOf = (edits: readonly ListEdit[]) =>
  edits.reduce((sum, { put, drop }) => sum + 1 + put.length + drop.length, 0);

/** Creates the cached lists. `whileUnlocked` runs a write only while the vault is unlocked. */
export function createLists(
  area: StorageArea,
  whileUnlocked: (write: () => Promise<void>) => Promise<void>,
): Lists {
  const logNow = async () => trustedCast<Log | undefined>((await area.get(logName))[logName]);

  /**
   * Returns the cached list with the changes of a log: `newer` if given, otherwise the stored log. Returns null
   * if the list and the log don't belong together.
   */
  async function stored(newer?: Log): Promise<Summaries | null> {
    const values = await area.get(listNames);
    const list = trustedCast<StoredList | undefined>(values[listName]);
    const log = newer ?? trustedCast<Log | undefined>(values[logName]);
    if (!list || list.revision !== log?.base) return null;
    const base = trustedCast<Summaries['list']>(JSON.parse(list.text));
    return { vault: list.vault, revision: log.revision, list: withEdits(base, editsOf(log)) };
  }

  // Session memory is limited to 10 MB in browsers. If the list doesn't fit, nothing is cached, and pages read
  // the records.
  const put = ({ vault, revision, list }: Summaries) => {
    const whole: StoredList = { vault, revision, text: JSON.stringify(list) };
    const log: Log = { base: revision, revision, text: '[]' };
    return area.set({ [listName]: whole, [logName]: log }).catch(() => area.remove(listNames));
  };

  return {
    summaries: () => stored(),
    revision: async () => (await logNow())?.revision ?? null,
    saveSummaries: (kept) => whileUnlocked(() => put(kept)),
    applyEdit: (edit) =>
      whileUnlocked(async () => {
        const log = await logNow();
        if (log?.revision !== edit.revision - 1) return area.remove(listNames);
        const edits = [...editsOf(log), edit];
        const next: Log = { ...log, revision: edit.revision, text: JSON.stringify(edits) };
        if (sizeOf(edits) <= longestLog)
          return area.set({ [logName]: next }).catch(() => area.remove(listNames));
        const whole = await stored(next);
        return whole ? put(whole) : area.remove(listNames);
      }),
  };
}
