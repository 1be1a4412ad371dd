import type * as records from '../records';

export interface Records {
  users: records.User;
  factors: records.Factor;
  pending: records.Pending;
  sessions: records.Session;
  challenges: records.Challenge;
  tokens: records.Token;
  locks: records.Lock;
  limits: records.Limit;
  workspaces: records.Workspace;
  memberships: records.Membership;
  groups: records.Group;
  mails: records.Mail;
  audit: records.AuditEntry;
  demoPasswords: records.DemoPassword;
  keys: records.SealingKey;
  meta: records.Meta;
}

export type TableName = keyof Records;

interface TableSchema<T extends TableName> {
  readonly key: keyof Records[T] & string;
  readonly indexes: readonly (keyof Records[T] & string)[];
}

/** The key of each table, and by what else its records are found. */
export const schema: { readonly [T in TableName]: TableSchema<T> } = {
  users: { key: 'id', indexes: ['emailKey', 'googleSub'] },
  factors: { key: 'userId', indexes: [] },
  pending: { key: 'userId', indexes: [] },
  sessions: { key: 'id', indexes: ['tokenHash', 'userId'] },
  challenges: { key: 'tokenHash', indexes: ['userId'] },
  tokens: { key: 'hash', indexes: ['about'] },
  locks: { key: 'id', indexes: [] },
  limits: { key: 'id', indexes: [] },
  workspaces: { key: 'id', indexes: [] },
  memberships: { key: 'id', indexes: ['workspaceId', 'userId'] },
  groups: { key: 'id', indexes: ['workspaceId'] },
  mails: { key: 'id', indexes: ['toKey'] },
  audit: { key: 'id', indexes: ['workspaceId', 'subject'] },
  demoPasswords: { key: 'userId', indexes: [] },
  keys: { key: 'id', indexes: [] },
  meta: { key: 'id', indexes: [] },
};

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys answers string[] for any object
export const tableNames = Object.keys(schema) as TableName[];

export interface Table<T extends TableName> {
  get(key: string): Promise<Records[T] | undefined>;
  /** Those whose field has this value, in the order of their keys. */
  where(field: keyof Records[T] & string, value: string): Promise<Records[T][]>;
  all(): Promise<Records[T][]>;
  put(record: Records[T]): Promise<void>;
  delete(key: string): Promise<void>;
  clear(): Promise<void>;
}

export type Tx = { readonly [T in TableName]: Table<T> };

export const eachTable = (make: <T extends TableName>(name: T) => Table<T>): Tx =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fromEntries forgets which key has which value
  Object.fromEntries(tableNames.map((name) => [name, make(name)])) as unknown as Tx;

/**
 * Where everything is kept. `work` may await the transaction's own tables and nothing else: IndexedDB
 * ends a transaction that waits for anything foreign.
 */
export interface Store {
  read<R>(work: (tx: Tx) => Promise<R>): Promise<R>;
  /** One after the other; all of it is kept, or, when `work` throws, none. */
  write<R>(work: (tx: Tx) => Promise<R>): Promise<R>;
}
