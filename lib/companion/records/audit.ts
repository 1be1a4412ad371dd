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
   * Index keys of the audit log. An entry belongs to the log of its workspace. A personal entry belongs to the
   * log of the person's home. `scope` consists of the log and the entry's id. The other keys have the event's
   * kind, subject or actor between the log and the id.
   */
  readonly scope: string | null;
  readonly scopeKind: string | null;
  readonly scopeSubject: string | null;
  readonly scopeActor: string | null;
}
