import { fromBase64url, toBase64url } from '../../crypto';
import type { StoreChange, StoreSnapshot } from '../../vault';
import {
  isBoolean,
  isListOf,
  isObjectOf,
  isOneOf,
  isRecordOf,
  isText,
  type Guard,
} from '../../platform';

/** Records as text: only JSON survives between contexts in every browser. */
type WireRecords = Readonly<Record<string, string>>;

export interface WireSnapshot {
  readonly head: string | null;
  readonly records: WireRecords;
}

interface WireChange {
  readonly head: string;
  readonly put: WireRecords;
  readonly drop: readonly string[];
}

/** What a page that has no IndexedDB asks of the background: everything in it is sealed. */
export type StoreRequest = { readonly type: 'vault/store' } & (
  | { readonly what: 'head' }
  | { readonly what: 'all' }
  | { readonly what: 'some'; readonly ids: readonly string[] }
  | { readonly what: 'put'; readonly change: WireChange }
  | { readonly what: 'replace'; readonly snapshot: WireSnapshot }
  /** Writes only over the head that the change was made from. */
  | { readonly what: 'commit'; readonly over: string | null; readonly change: WireChange }
);

/** `failed` is the name of the DOMException that the database threw. */
export type StoreResponse =
  | { readonly snapshot: WireSnapshot }
  | { readonly committed: boolean }
  | { readonly failed: string };

const isTextOrNull: Guard<string | null> = (value): value is string | null =>
  value === null || isText(value);

const isChange: Guard<WireChange> = isObjectOf<WireChange>({
  head: isText,
  put: isRecordOf(isText),
  drop: isListOf(isText),
});

const isSnapshot: Guard<WireSnapshot> = isObjectOf<WireSnapshot>({
  head: isTextOrNull,
  records: isRecordOf(isText),
});

const isRequest = isObjectOf({ type: isOneOf('vault/store') });
const isSome = isObjectOf({ what: isOneOf('some'), ids: isListOf(isText) });
const isPut = isObjectOf({ what: isOneOf('put'), change: isChange });
const isCommit = isObjectOf({ what: isOneOf('commit'), over: isTextOrNull, change: isChange });
const isReplace = isObjectOf({ what: isOneOf('replace'), snapshot: isSnapshot });
const isPlain = isObjectOf({ what: isOneOf('head', 'all') });

export const isStoreRequest: Guard<StoreRequest> = (value): value is StoreRequest =>
  isRequest(value) &&
  (isPlain(value) || isSome(value) || isPut(value) || isCommit(value) || isReplace(value));

export const isStoreResponse: Guard<StoreResponse> = (value): value is StoreResponse =>
  isObjectOf({ snapshot: isSnapshot })(value) ||
  isObjectOf({ committed: isBoolean })(value) ||
  isObjectOf({ failed: isText })(value);

const toWire = (records: ReadonlyMap<string, Uint8Array>): WireRecords =>
  Object.fromEntries([...records].map(([id, bytes]) => [id, toBase64url(bytes)]));

const fromWire = (records: WireRecords): ReadonlyMap<string, Uint8Array> =>
  new Map(
    Object.entries(records).map(([id, text]) => [id, fromBase64url(text) ?? new Uint8Array()]),
  );

export const snapshotToWire = ({ head, records }: StoreSnapshot): WireSnapshot => ({
  head,
  records: toWire(records),
});

export const snapshotFromWire = ({ head, records }: WireSnapshot): StoreSnapshot => ({
  head,
  records: fromWire(records),
});

export const changeToWire = ({ head, put, drop }: StoreChange): WireChange => ({
  head,
  put: toWire(put),
  drop,
});

export const changeFromWire = ({ head, put, drop }: WireChange): StoreChange => ({
  head,
  put: fromWire(put),
  drop,
});
