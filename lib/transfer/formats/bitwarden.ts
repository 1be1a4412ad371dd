import { AppError } from '../../errors';
import { openBitwarden } from '../openBitwarden';
import { type Fields, fields, isFields, list, text } from '../fields';
import type { Format } from '../Format';
import { hostsOf } from '../hostsOf';
import type { ImportedAccount } from '../ImportedAccount';
import { readRows } from '../readRows';
import { readTotpField } from '../readTotpField';
import { toImported } from '../toImported';

/**
 * The JSON export of Bitwarden's vault and of Bitwarden Authenticator, plain or encrypted with a password of its
 * own.
 */
export const bitwarden = {
  app: 'Bitwarden',
  recognize: ({ json }) =>
    (isFields(json) && (json['encrypted'] === true || list(json['items']).some(isItem))) ||
    (isFields(json) && json['encrypted'] === false && Array.isArray(json['items'])) ||
    list(json).some(isItem),
  read: async ({ json }, tools) => {
    const file = Array.isArray(json) ? { items: json } : fields(json);
    if (file['encrypted'] !== true) return readVault(file);
    if (file['passwordProtected'] !== true) throw new AppError('format/account-restricted');
    const vault = await openBitwarden(file, tools);
    return vault && readVault(vault);
  },
} satisfies Format;

function readVault(vault: Fields) {
  const folders = new Map(
    [...list(vault['folders']), ...list(vault['collections'])]
      .map(fields)
      .map(({ id, name }) => [id, text(name)]),
  );
  return readRows(list(vault['items']).map(fields), (item) => readItem(item, folders), nameOf);
}

/**
 * Whether a value is an item of a Bitwarden export. Old exports, exports of organizations and `bw list items`
 * lack the key `encrypted`.
 */
const isItem = (item: unknown): boolean =>
  isFields(item) && typeof item['type'] === 'number' && isFields(item['login']);

/** Returns the item's name. Bitwarden Authenticator writes `:null` if an account has no name. */
const nameOf = (item: Fields): string => text(item['name']).replace(/^:null$/, '');

function readItem(item: Fields, folders: ReadonlyMap<unknown, string>): ImportedAccount | null {
  const login = fields(item['login']);
  const totp = text(login['totp']);
  if (totp === '') return null;
  if (item['deletedDate']) throw new AppError('format/in-trash');
  const tags = [item['folderId'], ...list(item['collectionIds'])].map(
    (id) => folders.get(id) ?? '',
  );
  return toImported(
    readTotpField(totp, { issuer: nameOf(item), account: text(login['username']) }),
    {
      tags: tags.filter((tag) => tag !== ''),
      note: text(item['notes']),
      pinned: item['favorite'] === true,
      hosts: hostsOf(list(login['uris']).map((entry) => fields(entry)['uri'])),
    },
  );
}
