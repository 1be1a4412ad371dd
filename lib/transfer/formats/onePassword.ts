import { type Fields, fields, isFields, list, text } from '../fields';
import type { Format } from '../Format';
import { hostsOf } from '../hostsOf';
import { nameByField } from '../nameByField';
import { isOnePif, readOnePif } from '../readOnePif';
import { readRows } from '../readRows';
import { readTotpField } from '../readTotpField';
import { toImported } from '../toImported';

/**
 * 1Password's 1PUX export, a ZIP that contains the file `export.data`, and its former 1PIF export. An item may have
 * several codes.
 */
export const onePassword: Format = {
  app: '1Password',
  recognize: ({ json, text: content }) =>
    isOnePif(content) ||
    (isFields(json) &&
      list(json['accounts']).some((account) => Array.isArray(fields(account)['vaults']))),
  read: ({ json, text: content }) => {
    if (isOnePif(content)) return readOnePif(content);
    const codes = vaultsOf(fields(json)).flatMap((vault) =>
      list(vault['items'])
        .map(fields)
        .flatMap((item) => codesOf(item, nameOf(vault))),
    );
    return readRows(
      codes,
      ({ item, totp, tag, field }) => {
        const { title, url, urls, tags } = fields(item['overview']);
        const addresses = [url, ...list(urls).map((entry) => fields(entry)['url'])];
        const login = { issuer: text(title), account: usernameOf(item) };
        return toImported(nameByField(readTotpField(totp, login), login, field), {
          hosts: hostsOf(addresses),
          tags: [tag, ...list(tags).map(text)].filter((name) => name !== ''),
          pinned: item['favIndex'] === 1,
          note: text(fields(item['details'])['notesPlain']),
        });
      },
      ({ item }) => text(fields(item['overview'])['title']),
    );
  },
};

const vaultsOf = (file: Fields): Fields[] =>
  list(file['accounts']).flatMap((account) => list(fields(account)['vaults']).map(fields));

const nameOf = (vault: Fields): string => text(fields(vault['attrs'])['name']);

/**
 * Returns the codes of an item, one for each field that holds a code. From the second code on, the name includes
 * the field's title.
 */
function codesOf(item: Fields, tag: string) {
  const sections = list(fields(item['details'])['sections']).map(fields);
  return sections
    .flatMap((section) => list(section['fields']).map(fields))
    .map(({ title, value }) => ({ totp: text(fields(value)['totp']), title: text(title) }))
    .filter(({ totp }) => totp !== '')
    .map(({ totp, title }, at) => ({ item, totp, tag, field: at === 0 ? '' : title }));
}

function usernameOf(item: Fields): string {
  const logins = list(fields(item['details'])['loginFields']).map(fields);
  return text(logins.find(({ designation }) => designation === 'username')?.['value']);
}
