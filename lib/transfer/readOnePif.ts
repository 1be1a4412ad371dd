import { AppError } from '../errors';
import { type Fields, fields, isFields, list, text } from './fields';
import { hostsOf } from './hostsOf';
import type { Rows } from './ImportedAccount';
import { nameByField } from './nameByField';
import { parseIfJson } from './parseJson';
import { readRows } from './readRows';
import { readTotpField } from './readTotpField';
import { toImported } from './toImported';

/** The line between two items, which is the same in every file. */
const separator = /^\*{3}5642bee8-a5ff-11dc-8314-0800200c9a66\*{3}$/m;

export const isOnePif = (content: string | null): content is string =>
  content !== null && separator.test(content);

/**
 * Reads 1Password's former export (1PIF), which has one JSON object per item. A code is in a field whose name
 * begins with `TOTP_`.
 */
export function readOnePif(content: string): Rows {
  const items = content.split(new RegExp(separator, 'gm')).map(parseIfJson).filter(isFields);
  const codes = items.flatMap(codesOf);
  return readRows(
    codes,
    ({ item, totp, field }) => {
      if (totp === '') return null;
      if (item['trashed'] === true) throw new AppError('format/in-trash');
      const contents = fields(item['secureContents']);
      const login = { issuer: text(item['title']), account: usernameOf(contents) };
      const urls = list(contents['URLs']).map((entry) => fields(entry)['url']);
      return toImported(nameByField(readTotpField(totp, login), login, field), {
        hosts: hostsOf([item['location'], ...urls]),
        tags: list(fields(item['openContents'])['tags']).map(text).filter(Boolean),
        note: text(contents['notesPlain']),
      });
    },
    ({ item }) => text(item['title']),
  );
}

/** Returns the codes of an item, or one empty code. From the second code on, the name includes the field's title. */
function codesOf(item: Fields) {
  const found = list(fields(item['secureContents'])['sections'])
    .flatMap((section) => list(fields(section)['fields']).map(fields))
    .filter(({ n, v }) => text(n).startsWith('TOTP_') && text(v) !== '')
    .map(({ v, t }, at) => ({ item, totp: text(v), field: at === 0 ? '' : text(t) }));
  return found.length > 0 ? found : [{ item, totp: '', field: '' }];
}

function usernameOf(contents: Fields): string {
  const logins = list(contents['fields']).map(fields);
  return text(logins.find(({ designation }) => designation === 'username')?.['value']);
}
