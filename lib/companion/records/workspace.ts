/**
 * An invitation of an address to a workspace. The address may or may not have an account. Each workspace has at
 * most one invitation per address.
 */
export interface Invitation {
  readonly id: string;
  readonly workspaceId: string;
  readonly emailKey: string;
  readonly email: string;
  /** Hash of the newest mailed link's token. Earlier links don't work. */
  readonly hash: string;
  /** Name of the person who sent the invitation. */
  readonly invitedBy: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** Sort key: workspace id and address key. */
  readonly order: string;
}

export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly enforced: boolean;
  readonly createdAt: number;
  /** Incremented by every change of the settings and groups, so that outdated forms are rejected. */
  readonly version: number;
}

export interface Membership {
  readonly id: string;
  readonly workspaceId: string;
  readonly userId: string;
  readonly joinedAt: number;
  /** Sort key: workspace id and address key. */
  readonly order: string;
}

/** The stored numbers of a workspace's members. */
export interface Counts {
  /** The workspace's id. */
  readonly id: string;
  readonly members: number;
  /**
   * Number of members who can sign in but have no second factor. A secret from an admin's reset counts as a
   * factor.
   */
  readonly withoutTwoFactor: number;
  /**
   * Number of members in `withoutTwoFactor` to whom enforcement would mail a secret. The workspace is their home,
   * and their address is verified.
   */
  readonly toMail: number;
}

/** The enforcement work that is left for a workspace's members. Done in batches. */
export interface Job {
  /** The workspace's id, so that a newer job replaces an older one. */
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
