/** An event of the audit log, which admins and the person concerned can read. */
export interface AuditEntry {
  readonly id: string;
  readonly at: number;
  readonly event: string;
  /** `ok` or the refusal's code. */
  readonly outcome: string;
  /** User ids; null when nobody is known. */
  readonly actor: string | null;
  readonly subject: string | null;
  readonly workspaceId: string | null;
  /** The proof: password, google, code, backup-code or link. */
  readonly method: string | null;
  readonly sessionId: string | null;
  /**
   * The logs that show it, each with its id: the workspace, or the home of the person that a personal entry is about;
   * the same with the event's kind; with the subject; with the actor.
   */
  readonly scope: string | null;
  readonly scopeKind: string | null;
  readonly scopeSubject: string | null;
  readonly scopeActor: string | null;
}
