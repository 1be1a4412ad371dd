export { createCompanion, type AppType } from './createCompanion';
export { deliverToMailbox } from './deliver';
export type { CompanionPorts, Mailer } from './ports';
export type { MailKind, MailSecret } from './records';
export type { RefusalCode } from './refusals';
export { indexedDbStore, memoryStore, type Store } from './store';
