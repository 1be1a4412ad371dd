import { AppError } from '../../errors';
import { type Fields, fields, firstText, isFields, list, text } from '../fields';
import type { Format } from '../Format';
import { hostsOf } from '../hostsOf';
import { nameByField } from '../nameByField';
import { readRows } from '../readRows';
import { readTotpField } from '../readTotpField';
import { toImported } from '../toImported';

const trashed = 2;

/** Proton Pass's export, a ZIP with `Proton Pass/data.json`. */
export const protonPass: Format = {
  app: 'Proton Pass',
  recognize: ({ json }) =>
    isFields(json) && isFields(json['vaults']) && ('userId' in json || 'version' in json),
  read: ({ json }) => {
    const codes = Object.values(fields(fields(json)['vaults']))
      .map(fields)
      .flatMap((vault) =>
        list(vault['items'])
          .map(fields)
          .flatMap((item) => codesOf(item, text(vault['name']))),
      );
    return readRows(
      codes,
      ({ item, data, totp, tag, field }) => {
        if (item['state'] === trashed) throw new AppError('format/in-trash');
        const content = fields(data['content']);
        const { name, note } = fields(data['metadata']);
        const login = {
          issuer: text(name),
          account: firstText(content['itemUsername'], content['itemEmail'], content['username']),
        };
        return toImported(nameByField(readTotpField(totp, login), login, field), {
          note: text(note),
          tags: tag ? [tag] : [],
          hosts: hostsOf(list(content['urls'])),
          pinned: item['pinned'] === true,
        });
      },
      ({ data }) => text(fields(data['metadata'])['name']),
    );
  },
};

/**
 * Returns the item's own code and the codes in its extra fields. From the second code on, the name includes the
 * field's name.
 */
function codesOf(item: Fields, tag: string) {
  const data = fields(item['data']);
  const extra = list(data['extraFields'])
    .map(fields)
    .map((field) => ({
      totp: text(fields(field['data'])['totpUri']),
      field: text(field['fieldName']),
    }));
  return [{ totp: text(fields(data['content'])['totpUri']), field: '' }, ...extra]
    .filter(({ totp }) => totp !== '')
    .map(({ totp, field }, at) => ({ item, data, totp, tag, field: at === 0 ? '' : field }));
}
