import * as v from 'valibot';
import type { App } from '../App';
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

/** Encrypts the secret part of a mail. The result can be decrypted only for the mail's address. */
export const sealMail = (app: App, to: string, secret: MailSecret): Promise<Sealed> =>
  app.sealer.seal(utf8(JSON.stringify(secret)), addressKey(to), purpose);

/** Decrypts the result of `sealMail`. */
export async function openMail(app: App, toKey: string, sealed: Sealed): Promise<MailSecret> {
  const bytes = await app.sealer.open(sealed, toKey, purpose);
  return v.parse(mailSecret, JSON.parse(new TextDecoder().decode(bytes)));
}
