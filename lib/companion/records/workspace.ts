/** A workspace's invitation of an address, whether or not it has an account. One per workspace and address. */
export interface Invitation {
  readonly id: string;
  readonly workspaceId: string;
  readonly emailKey: string;
  readonly email: string;
  /** Hash of the mailed link's token: only the newest mail's link works. */
  readonly hash: string;
  /** Name of the person who invites. */
  readonly invitedBy: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** Workspace and address, the order of lists. */
  readonly order: string;
}

export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly enforced: boolean;
  readonly createdAt: number;
  /** Counts changes of its settings and groups. */
  readonly version: number;
}

export interface Membership {
  readonly id: string;
  readonly workspaceId: string;
  readonly userId: string;
  readonly joinedAt: number;
  /** Workspace and address, the order of lists. */
  readonly order: string;
}

/** Stored counts of a workspace's members. */
export interface Counts {
  /** The workspace's id. */
  readonly id: string;
  readonly members: number;
  /** Members who can sign in and have no active second factor. */
  readonly withoutTwoFactor: number;
  /** Those of them whom enforcement mails a secret: the workspace is their home, and the address is verified. */
  readonly toMail: number;
}

/** What enforcement still has to do for a workspace's members, in batches. */
export interface Job {
  /** The workspace's id: a newer job replaces an older one. */
  readonly id: string;
  readonly kind: 'invite' | 'release';
  /** The `order` of the last processed membership. */
  readonly after: string;
  readonly startedAt: number;
  readonly done: number;
  readonly total: number;
}

export interface Group {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly manageAccount: boolean;
  readonly members: readonly string[];
}
