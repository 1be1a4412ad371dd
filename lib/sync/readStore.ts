import { AppError } from '../errors';
import type { ReplicaId } from './stamp';
import { timeOf } from './stamp';
import { readContent, type ReadContent } from './readContent';
import { decodeSyncFile, longestFile, parseFileName, type FilePlace } from './syncFile';
import type { SyncKey } from './SyncKey';
import type { Device, SyncMemory } from './SyncMemory';
import type { StoredFile, Transport } from './Transport';

/** A file of the sync set, as the store lists it. */
export interface SetFile extends FilePlace {
  readonly name: string;
  readonly size: number | null;
  readonly modified: number | null;
}

/** The files of the sync set by replica, newest first, and whether there are files of other sets. */
export interface SetListing {
  readonly byReplica: ReadonlyMap<ReplicaId, readonly SetFile[]>;
  readonly otherSets: boolean;
}

const mostReplicas = 64;

/** Groups the files of a set by replica. Throws `sync/too-many-devices` for more than 64 replicas. */
export function groupFiles(files: readonly StoredFile[], set: string): SetListing {
  const byReplica = new Map<ReplicaId, SetFile[]>();
  let otherSets = false;
  for (const { name, size, modified } of files) {
    const place = parseFileName(name);
    if (!place) continue;
    if (place.set === set)
      byReplica.set(place.replica, [
        ...(byReplica.get(place.replica) ?? []),
        { ...place, name, size, modified },
      ]);
    else otherSets = true;
  }
  if (byReplica.size > mostReplicas) throw new AppError('sync/too-many-devices');
  for (const own of byReplica.values()) own.sort((a, b) => b.seq - a.seq);
  return { byReplica, otherSets };
}

/** A file that was read and opened. */
export interface OpenedFile {
  readonly file: SetFile;
  readonly content: ReadContent;
}

/**
 * Reads and opens one file. Returns null if the file is missing, too large, damaged or sealed with another key.
 */
export async function openFile(
  transport: Transport,
  file: SetFile,
  key: SyncKey,
): Promise<OpenedFile | null> {
  if (file.size !== null && file.size > longestFile) return null;
  const bytes = await transport.get(file.name);
  const text = bytes && (await decodeSyncFile(file, bytes, key));
  const content = text === null ? null : readContent(text);
  return content && { file, content };
}

/** The content that a round read from the files of other replicas. */
export interface Others {
  readonly opened: readonly OpenedFile[];
  /** The number of each replica's newest file, if that file doesn't open. The next round tries the file again. */
  readonly unreadable: Readonly<Record<ReplicaId, number>>;
  /** Replicas whose newest file is older than the newest file that this replica merged from them. */
  readonly wentBack: readonly ReplicaId[];
}

/**
 * Reads the newest unseen file of every other replica. If the newest file doesn't open, reads the previous unseen
 * file.
 */
export async function readOthers(
  transport: Transport,
  { byReplica }: SetListing,
  { own, key, devices }: { own: ReplicaId; key: SyncKey; devices: SyncMemory['devices'] },
): Promise<Others> {
  const opened: OpenedFile[] = [];
  const unreadable: Record<ReplicaId, number> = {};
  const wentBack: ReplicaId[] = [];
  for (const [replica, files] of byReplica) {
    if (replica === own) continue;
    const seen = devices[replica]?.seq ?? 0;
    if ((files[0]?.seq ?? 0) < seen) wentBack.push(replica);
    const [newest, before] = files.filter(({ seq }) => seq > seen);
    if (!newest) continue;
    const first = await openFile(transport, newest, key);
    if (first) opened.push(first);
    else {
      unreadable[replica] = newest.seq;
      const second = before && (await openFile(transport, before, key));
      if (second) opened.push(second);
    }
  }
  return { opened, unreadable, wentBack };
}

/**
 * Returns what a file reveals about its device. `lastSeen` is by the store's clock if the listing tells the time.
 */
export function deviceOf({ file, content }: OpenedFile, now: number): Device {
  const made = timeOf(content.made);
  const lastSeen = file.modified ?? Math.min(made, now);
  const ahead = made - (file.modified ?? Math.max(made > now ? now : made, 0));
  return { name: content.name, app: content.app, seq: file.seq, lastSeen, clockOff: ahead };
}
