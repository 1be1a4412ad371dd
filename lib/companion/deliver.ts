import type { Mailer } from './ports';

/** Where a mailbox stands in the list: by its newest mail. */
export const mailboxOrder = (key: string, newestAt: number | null): string =>
  `${String(newestAt ?? 0).padStart(16, '0')} ${key}`;

/** Puts a mail into the demo mailbox: nothing leaves the machine. */
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
