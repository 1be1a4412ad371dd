import {
  recordsFromText,
  recordsToText,
  type RecordTexts,
  type SnapshotText,
  type StoreChange,
} from '../../vault';
import {
  isBoolean,
  isListOf,
  isObjectOf,
  isOneOf,
  isRecordOf,
  isText,
  type Guard,
} from '../../platform';

/** A change of a store as JSON. */
interface WireChange {
  readonly head: string;
  readonly put: RecordTexts;
  readonly drop: readonly string[];
}

/** The request of a page without IndexedDB to the background. All vault content in the request is sealed. */
export type StoreRequest = { readonly type: 'vault/store' } & (
  | { readonly what: 'head' }
  | { readonly what: 'all' }
  | { readonly what: 'some'; readonly ids: readonly string[] }
  | { readonly what: 'put'; readonly change: WireChange }
  | { readonly what: 'replace'; readonly snapshot: SnapshotText }
  /** Commits the change only if the head is still `over`, the head from which the change was computed. */
  | { readonly what: 'commit'; readonly over: string | null; readonly change: WireChange }
);

/** `failed` is the name of the DOMException that the database threw. */
export type StoreResponse =
  | { readonly snapshot: SnapshotText }
  | { readonly committed: boolean }
  | { readonly failed: string };

const isTextOrNull: Guard<string | null> = (value): value is string | null =>
  value === null || isText(value);

const isChange: Guard<WireChange> = isObjectOf<WireChange>({
  head: isText,
  put: isRecordOf(isText),
  drop: isListOf(isText),
});

const isSnapshot: Guard<SnapshotText> = isObjectOf<SnapshotText>({
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

export const changeToWire = ({ head, put, drop }: StoreChange): WireChange => ({
  head,
  put: recordsToText(put),
  drop,
});

export const changeFromWire = ({ head, put, drop }: WireChange): StoreChange => ({
  head,
  put: recordsFromText(put),
  drop,
});
