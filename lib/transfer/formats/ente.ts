import { fromUtf8, openSecretstream, utf8 } from '../../crypto';
import { AppError } from '../../errors';
import { fields, isFields, number } from '../fields';
import type { Format } from '../Format';
import { readUris } from '../readUris';
import { base64Field, integerField } from '../requiredFields';
import { withNewerSchema } from '../withNewerSchema';

const knownVersion = 1;

/** Ente Auth's encrypted export. Its plain export is a list of URIs. */
export const ente: Format = {
  app: 'Ente Auth',
  recognize: ({ json }) =>
    isFields(json) && 'kdfParams' in json && 'encryptedData' in json && 'encryptionNonce' in json,
  read: async ({ json }, { password, derive }) => {
    if (password === null) return null;
    const file = fields(json);
    const kdf = fields(file['kdfParams']);
    const key = await derive({
      kind: 'argon2id',
      password: utf8(password),
      salt: base64Field(kdf['salt']),
      memory: Math.floor(integerField(kdf['memLimit']) / 1024),
      passes: integerField(kdf['opsLimit']),
      lanes: 1,
    });
    const header = base64Field(file['encryptionNonce']);
    const opened = openSecretstream({ key, header }, base64Field(file['encryptedData']));
    if (opened === null) throw new AppError('format/wrong-password');
    const lines = (fromUtf8(opened) ?? '').split(/[\r\n]+/);
    const rows = readUris(lines.filter((line) => line.trim() !== ''));
    return {
      ...rows,
      ...withNewerSchema(rows, { version: number(file['version']), known: knownVersion }),
    };
  },
};
