/** An event of the audit log, which admins and the person concerned can read. */
export interface AuditEntry {
  readonly id: string;
  readonly at: number;
  readonly event: string;
  /** `ok`, or the code of the refusal. */
  readonly outcome: string;
  /** User ids, or null if unknown. */
  readonly actor: string | null;
  readonly subject: string | null;
  readonly workspaceId: string | null;
  /** How the actor proved their identity: password, google, code, backup-code or link. */
  readonly method: string | null;
  readonly sessionId: string | null;
  /**
   * Index keys of the audit log. The log is that of the workspace, or of the person's home for a personal entry.
   * `scope` consists of the log and the entry's id. The other keys have the event's kind, the subject or the
   * actor between these two.
   */
  readonly scope: string | null;
  readonly scopeKind: string | null;
  readonly scopeSubject: string | null;
  readonly scopeActor: string | null;
}
