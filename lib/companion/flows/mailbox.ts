import * as v from 'valibot';
import type { App, Caller } from '../App';
import { query } from '../command';
import { addressKey } from '../mechanism/addresses';
import { utf8 } from '../../crypto';
import type { Sealed } from '../mechanism/Sealed';
import type { MailSecret } from '../records';

const purpose = 'mail';

const mailSecret = v.object({
  link: v.exactOptional(v.string()),
  otpauth: v.exactOptional(v.string()),
  secretKey: v.exactOptional(v.string()),
});

/** What only a mailbox's owner may read, sealed to the address. */
export const sealMail = (app: App, to: string, secret: MailSecret): Promise<Sealed> =>
  app.sealer.seal(utf8(JSON.stringify(secret)), addressKey(to), purpose);

async function openMail(app: App, toKey: string, sealed: Sealed): Promise<MailSecret> {
  const bytes = await app.sealer.open(sealed, toKey, purpose);
  return v.parse(mailSecret, JSON.parse(new TextDecoder().decode(bytes)));
}

/** Addresses that have demo mail, with the number and the time of the newest. */
export const listMailboxes = (app: App, caller: Caller) =>
  query(app, caller, async ({ tx }) => {
    const mails = await tx.mails.all();
    const users = await tx.users.all();
    const addresses = new Map(users.map(({ emailKey, email }) => [emailKey, email]));
    for (const { toKey, to } of mails) if (!addresses.has(toKey)) addresses.set(toKey, to);
    return [...addresses]
      .map(([key, address]) => {
        const own = mails.filter(({ toKey }) => toKey === key);
        return { address, count: own.length, newestAt: own.at(-1)?.at ?? null };
      })
      .toSorted((a, b) => (b.newestAt ?? 0) - (a.newestAt ?? 0));
  });

/** The demo mail of one address, newest first: anyone at this page may read it, as nothing here is real. */
export async function readMailbox(app: App, caller: Caller, address: string) {
  const key = addressKey(address);
  const mails = await query(app, caller, ({ tx }) => tx.mails.where('toKey', key));
  return Promise.all(
    mails.toReversed().map(async ({ id, to, at, kind, facts, sealed }) => ({
      id,
      to,
      at,
      kind,
      facts,
      secret: sealed && (await openMail(app, key, sealed)),
    })),
  );
}
