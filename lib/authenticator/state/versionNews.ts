import { stored } from './stored';

/** Returns whether two versions differ in more than the patch number. */
const differ = (from: string, to: string): boolean =>
  from.split('.').slice(0, 2).join('.') !== to.split('.').slice(0, 2).join('.');

/** Stores the new version as unread, unless the update is only a patch. */
export const noteUpdate = async (from: string, to: string): Promise<void> => {
  if (differ(from, to)) await stored.unreadVersion.write(to);
};

/** Returns the version whose news the user hasn't opened yet, or null. */
export const readUnreadVersion = (): Promise<string | null> => stored.unreadVersion.read();

/** Marks the news as read. */
export const markNewsRead = (): Promise<void> => stored.unreadVersion.remove();
