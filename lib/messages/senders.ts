import { ownPath, type Sender } from './isOwnPage';

/** Every message between contexts, and the pages that may send it. */
export const senders = {
  'companion/fetch': ['/options.html'],
  'sync/call': ['/manage.html'],
} as const;

export type MessageType = keyof typeof senders;

/** Whether a page that may send this message sent it. */
export const maySend = (type: MessageType, sender: Sender): boolean =>
  senders[type].some((path: string) => path === ownPath(sender));
