import { openAesGcm, utf8 } from '../../crypto';
import { type Fields, fields, isFields, list, number, text } from '../fields';
import type { Format, ReadTools } from '../Format';
import { openJson } from '../openJson';
import { readRows } from '../readRows';
import { readTotpField } from '../readTotpField';
import { base64Field } from '../requiredFields';
import { toImported } from '../toImported';
import { withNewerSchema } from '../withNewerSchema';

/** The associated data of Proton's encryption. */
const context = 'proton.authenticator.export.v1';
const nonceLength = 12;
const knownVersion = 1;

/** Proton Authenticator's export, plain or encrypted. */
export const protonAuthenticator: Format = {
  app: 'Proton Authenticator',
  recognize: ({ json }) =>
    isFields(json) && 'version' in json && ('entries' in json ? hasUris(json) : isSealed(json)),
  read: async ({ json }, tools) => {
    const file = fields(json);
    const plain = 'entries' in file ? file : await decrypt(file, tools);
    if (!plain) return null;
    const rows = readRows(
      list(plain['entries']).map(fields),
      (entry) => {
        const { uri, name } = fields(entry['content']);
        const account = readTotpField(text(uri), { issuer: '', account: text(name) });
        return toImported(account, { note: text(entry['note']) });
      },
      (entry) => text(fields(entry['content'])['name']),
    );
    return withNewerSchema(rows, { version: number(plain['version']), known: knownVersion });
  },
};

const hasUris = (json: Fields): boolean =>
  list(json['entries']).some((entry) => 'uri' in fields(fields(entry)['content']));

const isSealed = (json: Fields): boolean =>
  typeof json['salt'] === 'string' && typeof json['content'] === 'string';

async function decrypt(file: Fields, { password, derive }: ReadTools): Promise<Fields | null> {
  if (password === null) return null;
  const key = await derive({
    kind: 'argon2id',
    password: utf8(password),
    salt: base64Field(file['salt']),
    memory: 19_456,
    passes: 2,
    lanes: 1,
  });
  const content = base64Field(file['content']);
  const nonce = content.subarray(0, nonceLength);
  return fields(
    openJson(
      await openAesGcm({ key, nonce, context: utf8(context) }, content.subarray(nonceLength)),
    ),
  );
}
