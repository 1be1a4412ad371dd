import type { EntrySummary } from './Entry';
import { trustedCast } from '../format/trustedCast';
import type { StorageArea } from '../storage/StorageArea';

/** The lists of an unlocked vault as of one head, so that a fresh page need not open every record. */
export interface Summaries {
  readonly vault: string;
  readonly revision: number;
  /** By position, trash included. */
  readonly list: readonly EntrySummary[];
}

/** What one change made of the lists: from the revision before to its own. */
export interface ListEdit {
  readonly revision: number;
  readonly put: readonly EntrySummary[];
  readonly drop: readonly string[];
}

/** The lists in memory, for all contexts of the extension. */
export interface Lists {
  /** Null where there are none, or they don't go together. */
  summaries(): Promise<Summaries | null>;
  /** The revision that the lists are of, without reading them. */
  revision(): Promise<number | null>;
  saveSummaries(summaries: Summaries): Promise<void>;
  /** Lists that are not those of the revision before are given up: the records tell anew. */
  applyEdit(edit: ListEdit): Promise<void>;
}

const listName = 'vault.summaries';
const logName = 'vault.edits';

/** What a lock removes. */
export const listNames = [listName, logName];

/** Summaries that may wait beside the list before they are worked in. */
const longestLog = 100;

/** As one text, here and in the log: Chromium takes a hundred times as long to keep the same as objects. */
interface StoredList {
  readonly vault: string;
  readonly revision: number;
  readonly text: string;
}

/** What changed since: a change of one entry need not write a list of thousands. */
interface Log {
  /** The revision of the list, and the one that list and edits come to. */
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

/** `whileUnlocked` runs a writer beside a key that is there, and nothing where there is none. */
export function createLists(
  area: StorageArea,
  whileUnlocked: (write: () => Promise<void>) => Promise<void>,
): Lists {
  const logNow = async () => trustedCast<Log | undefined>((await area.get(logName))[logName]);

  /** The list with what is in its log, or in this one. */
  async function stored(newer?: Log): Promise<Summaries | null> {
    const values = await area.get(listNames);
    const list = trustedCast<StoredList | undefined>(values[listName]);
    const log = newer ?? trustedCast<Log | undefined>(values[logName]);
    if (!list || list.revision !== log?.base) return null;
    const base = trustedCast<Summaries['list']>(JSON.parse(list.text));
    return { vault: list.vault, revision: log.revision, list: withEdits(base, editsOf(log)) };
  }

  // Memory has a quota too (10 MB in browsers): a list that is too long for it is read from the records.
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
