import type { Mailer } from './ports';

/** Puts a mail into the demo mailbox: nothing leaves the machine. */
export const deliverToMailbox: Mailer = (tx, mail) => tx.mails.put(mail);
