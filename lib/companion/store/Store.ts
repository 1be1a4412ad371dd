import type * as records from '../records';

export interface Records {
  users: records.User;
  factors: records.Factor;
  pending: records.Pending;
  sessions: records.Session;
  challenges: records.Challenge;
  tokens: records.Token;
  invitations: records.Invitation;
  locks: records.Lock;
  limits: records.Limit;
  workspaces: records.Workspace;
  memberships: records.Membership;
  counts: records.Counts;
  jobs: records.Job;
  groups: records.Group;
  mails: records.Mail;
  mailboxes: records.Mailbox;
  audit: records.AuditEntry;
  demoPasswords: records.DemoPassword;
  keys: records.SealingKey;
  meta: records.Meta;
}

export type TableName = keyof Records;
export type FieldOf<T extends TableName> = keyof Records[T] & string;

interface TableSchema<T extends TableName> {
  readonly key: FieldOf<T>;
  readonly indexes: readonly FieldOf<T>[];
}

/** The version of `schema`. Opening a store of an older version upgrades it. */
export const schemaVersion = 2;

/** The key and the indexes of each table. An index leaves out rows whose field is null. */
export const schema: { readonly [T in TableName]: TableSchema<T> } = {
  users: { key: 'id', indexes: ['emailKey', 'googleSub', 'purgeAt'] },
  factors: { key: 'userId', indexes: [] },
  pending: { key: 'userId', indexes: ['expiresAt'] },
  sessions: { key: 'id', indexes: ['tokenHash', 'previousHash', 'userId', 'expiresAt'] },
  challenges: { key: 'tokenHash', indexes: ['userId', 'expiresAt'] },
  tokens: { key: 'hash', indexes: ['about', 'expiresAt'] },
  invitations: { key: 'id', indexes: ['hash', 'emailKey', 'order', 'expiresAt'] },
  locks: { key: 'id', indexes: ['expiresAt', 'strangerAt'] },
  limits: { key: 'id', indexes: ['expiresAt'] },
  workspaces: { key: 'id', indexes: [] },
  memberships: { key: 'id', indexes: ['userId', 'order'] },
  counts: { key: 'id', indexes: [] },
  jobs: { key: 'id', indexes: [] },
  groups: { key: 'id', indexes: ['workspaceId'] },
  mails: { key: 'id', indexes: ['order'] },
  mailboxes: { key: 'id', indexes: ['order'] },
  audit: { key: 'id', indexes: ['at', 'scope', 'scopeKind', 'scopeSubject', 'scopeActor'] },
  demoPasswords: { key: 'userId', indexes: [] },
  keys: { key: 'id', indexes: [] },
  meta: { key: 'id', indexes: [] },
};

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys returns string[] for any object
export const tableNames = Object.keys(schema) as TableName[];

/** A range of index values. `above` and `below` are exclusive, `atMost` is inclusive. */
export interface Range {
  readonly above?: string | number;
  readonly below?: string | number;
  readonly atMost?: string | number;
  readonly limit?: number;
  readonly backwards?: boolean;
}

/** Returns the range of values that begin with `prefix` and a space. */
export const within = (prefix: string) => ({ above: `${prefix} `, below: `${prefix}!` });

/** Returns the range of values that begin with `prefix`, including `prefix` itself. */
export const beginningWith = (prefix: string) => ({
  above: `${prefix.slice(0, -1)}${String.fromCharCode(prefix.charCodeAt(prefix.length - 1) - 1)}\uffff`,
  below: `${prefix}\uffff`,
});

export interface Table<T extends TableName> {
  get(key: string): Promise<Records[T] | undefined>;
  /**
   * Returns all rows with this value in an index, in the order of their keys. Use it only where few rows match.
   */
  where(field: FieldOf<T>, value: string): Promise<Records[T][]>;
  /** Returns the rows of a range in index order, at most `limit`. */
  range(field: FieldOf<T>, range: Range): Promise<Records[T][]>;
  /** Returns all rows. Use it only for small tables and in tests. */
  all(): Promise<Records[T][]>;
  put(record: Records[T]): Promise<void>;
  delete(key: string): Promise<void>;
  clear(): Promise<void>;
}

export type Tx = { readonly [T in TableName]: Table<T> };

export const eachTable = (make: <T extends TableName>(name: T) => Table<T>): Tx =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the type of fromEntries loses the relation of keys and values
  Object.fromEntries(tableNames.map((name) => [name, make(name)])) as unknown as Tx;

/**
 * The database of all records. `work` may await only the transaction's tables, because IndexedDB commits a
 * transaction that has no request left.
 */
export interface Store {
  read<R>(work: (tx: Tx) => Promise<R>): Promise<R>;
  /** Runs a transaction after all earlier transactions. If `work` throws, nothing is committed. */
  write<R>(work: (tx: Tx) => Promise<R>): Promise<R>;
}
