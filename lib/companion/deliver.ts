import type { Mailer } from './ports';

/** The sort key of a mailbox in the list: its newest mail. */
export const mailboxOrder = (key: string, newestAt: number | null): string =>
  `${String(newestAt ?? 0).padStart(16, '0')} ${key}`;

/** Delivers a mail to the demo mailbox. Nothing leaves the machine. */
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
