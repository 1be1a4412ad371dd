import type { EntrySummary } from './Entry';
import { trustedCast } from '../format/trustedCast';
import type { StorageArea } from '../storage/StorageArea';

/** The lists of an unlocked vault for one head, so that a new page need not decrypt every record. */
export interface Summaries {
  readonly vault: string;
  readonly revision: number;
  /** By position, including the trash. */
  readonly list: readonly EntrySummary[];
}

/** The effect of one change on the lists, from the previous revision to its own. */
export interface ListEdit {
  readonly revision: number;
  readonly put: readonly EntrySummary[];
  readonly drop: readonly string[];
}

/** Lists in session memory, shared by all contexts of the extension. */
export interface Lists {
  /** Returns null if nothing is stored or the parts don't match. */
  summaries(): Promise<Summaries | null>;
  /** Returns the revision of the lists without reading them. */
  revision(): Promise<number | null>;
  saveSummaries(summaries: Summaries): Promise<void>;
  /**
   * If the cached lists aren't exactly one revision old, they are discarded and rebuilt from the records.
   */
  applyEdit(edit: ListEdit): Promise<void>;
}

const listName = 'vault.summaries';
const logName = 'vault.edits';

/** The keys that a lock removes. */
export const listNames = [listName, logName];

/** Maximum number of logged summaries before they are merged into the list. */
const longestLog = 100;

/** Stored as one text, here and in the log: objects take Chromium a hundred times as long. */
interface StoredList {
  readonly vault: string;
  readonly revision: number;
  readonly text: string;
}

/** The changes since, so that a change of one entry doesn't rewrite a list of thousands. */
interface Log {
  /** The revision of the list, and the one after applying the edits. */
  readonly base: number;
  readonly revision: number;
  readonly text: string;
}

const editsOf = ({ text }: Log) => trustedCast<readonly ListEdit[]>(JSON.parse(text));

/** By position. */
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

/** `whileUnlocked` runs a writer only while the key is stored. */
export function createLists(
  area: StorageArea,
  whileUnlocked: (write: () => Promise<void>) => Promise<void>,
): Lists {
  const logNow = async () => trustedCast<Log | undefined>((await area.get(logName))[logName]);

  /** Returns the list with its logged edits, or with this one. */
  async function stored(newer?: Log): Promise<Summaries | null> {
    const values = await area.get(listNames);
    const list = trustedCast<StoredList | undefined>(values[listName]);
    const log = newer ?? trustedCast<Log | undefined>(values[logName]);
    if (!list || list.revision !== log?.base) return null;
    const base = trustedCast<Summaries['list']>(JSON.parse(list.text));
    return { vault: list.vault, revision: log.revision, list: withEdits(base, editsOf(log)) };
  }

  // Session memory has a quota (10 MB in browsers): a list that exceeds it is read from the records.
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
