import type { Mailer } from './ports';

/** Returns the sort key of a mailbox in the list of mailboxes: the time of its newest mail, then its key. */
export const mailboxOrder = (key: string, newestAt: number | null): string =>
  `${String(newestAt ?? 0).padStart(16, '0')} ${key}`;

/** Stores a mail in the demo mailbox of its address. Sends nothing over the network. */
export const deliverToMailbox: Mailer = async (tx, mail) => {
  await tx.mails.put(mail);
  const box = await tx.mailboxes.get(mail.toKey);
  await tx.mailboxes.put({
    id: mail.toKey,
    address: box?.address ?? mail.to,
    count: (box?.count ?? 0) + 1,
    newestAt: mail.at,
    order: mailboxOrder(mail.toKey, mail.at),
  });
};
