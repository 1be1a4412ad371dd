/**
 * The records that the companion stores. Times are milliseconds since the Unix epoch, by the demo clock. Hashes
 * and ids are base64url.
 */
export type { User, BackupCodeSet, Factor, Pending, Session, Challenge, Token } from './account';
export type { Invitation, Workspace, Membership, Counts, Job, Group } from './workspace';
export type { Lock, Limit } from './limits';
export { mailKinds, type MailKind, type MailSecret, type Mail, type Mailbox } from './mail';
export type { AuditEntry } from './audit';
export type { DemoPassword, SealingKey, Meta } from './demo';
