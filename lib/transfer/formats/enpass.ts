import { AppError } from '../../errors';
import { type Fields, fields, firstText, isFields, list, text } from '../fields';
import type { Format } from '../Format';
import { hostsOf } from '../hostsOf';
import { nameByField } from '../nameByField';
import { readRows } from '../readRows';
import { readTotpField } from '../readTotpField';
import { toImported } from '../toImported';

/** Enpass's JSON export. */
export const enpass: Format = {
  app: 'Enpass',
  recognize: ({ json }) =>
    isFields(json) &&
    list(json['items']).some(
      (item) => isFields(item) && 'template_type' in item && 'title' in item,
    ),
  read: ({ json }) => {
    const items = list(fields(json)['items']).map(fields);
    const folders = new Map(
      list(fields(json)['folders'])
        .map(fields)
        .map(({ uuid, title }) => [uuid, text(title)]),
    );
    return readRows(
      items.flatMap((item) => codesOf(item)),
      ({ item, totp, field }) => {
        if (item['trashed'] === 1) throw new AppError('format/in-trash');
        const login = {
          issuer: text(item['title']),
          account: firstText(...valuesOf(item, 'username'), ...valuesOf(item, 'email')),
        };
        return toImported(nameByField(readTotpField(totp, login), login, field), {
          note: text(item['note']),
          pinned: item['favorite'] === 1,
          hosts: hostsOf(valuesOf(item, 'url')),
          tags: list(item['folders'])
            .map((id) => folders.get(id) ?? '')
            .filter((tag) => tag !== ''),
        });
      },
      ({ item }) => text(item['title']),
    );
  },
};

/** Returns the codes of an item. From the second code on, the name includes the field's label. */
const codesOf = (item: Fields) =>
  fieldsOf(item, 'totp').map(({ value, label }, at) => ({
    item,
    totp: text(value),
    field: at === 0 ? '' : text(label),
  }));

const valuesOf = (item: Fields, type: string): string[] =>
  fieldsOf(item, type).map(({ value }) => text(value));

const fieldsOf = (item: Fields, type: string): Fields[] =>
  list(item['fields'])
    .map(fields)
    .filter((field) => field['type'] === type && field['deleted'] !== 1)
    .filter(({ value }) => text(value) !== '');
