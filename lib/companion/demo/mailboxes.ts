import type { App, Caller } from '../App';
import { query } from '../command';
import { openMail } from '../flows/mailbox';
import { addressKey } from '../mechanism/addresses';
import { policy } from '../policy';
import { within } from '../store';

interface PageOf {
  /** The value of `next` from the previous page; absent for the first page. */
  readonly after?: string | undefined;
}

/** Returns one page of the addresses that have demo mail. The address with the newest mail comes first. */
export const listMailboxes = (app: App, caller: Caller, { after }: PageOf) =>
  query(app, caller, async ({ tx }) => {
    const rows = await tx.mailboxes.range('order', {
      ...(after !== undefined && { below: after }),
      limit: policy.page + 1,
      backwards: true,
    });
    const page = rows.slice(0, policy.page);
    return {
      mailboxes: page.map(({ address, count, newestAt }) => ({ address, count, newestAt })),
      next: rows.length > policy.page ? (page.at(-1)?.order ?? null) : null,
    };
  });

/**
 * Returns one page of the demo mail of an address, newest first. Requires no session, because demo mail belongs
 * to demo people.
 */
export async function readMailbox(app: App, caller: Caller, address: string, { after }: PageOf) {
  const key = addressKey(address);
  const rows = await query(app, caller, ({ tx }) =>
    tx.mails.range('order', {
      ...within(key),
      ...(after !== undefined && { below: `${key} ${after}` }),
      limit: policy.page + 1,
      backwards: true,
    }),
  );
  const page = rows.slice(0, policy.page);
  const mails = page.map(async ({ id, to, at, kind, facts, sealed }) => ({
    id,
    to,
    at,
    kind,
    facts,
    secret: sealed && (await openMail(app, key, sealed)),
  }));
  return {
    mails: await Promise.all(mails),
    next: rows.length > policy.page ? (page.at(-1)?.id ?? null) : null,
  };
}
