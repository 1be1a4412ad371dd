import { ownPath, type Sender } from './isOwnPage';

/** All types of messages between contexts, each with the pages that may send it. */
export const senders = {
  'companion/fetch': ['/options.html'],
  'sync/call': ['/manage.html'],
} as const;

export type MessageType = keyof typeof senders;

/** Whether the sender is a page that may send this type of message. */
export const maySend = (type: MessageType, sender: Sender): boolean =>
  senders[type].some((path: string) => path === ownPath(sender));
