import { hostsOf } from '../hostsOf';
import type { Format } from '../Format';
import { AppError } from '../../errors';
import { readRows } from '../readRows';
import { readTotpField } from '../readTotpField';
import { decodeEntities } from '../sharedPrefs';
import { toImported } from '../toImported';

interface Card {
  readonly title: string;
  readonly isDeleted: boolean;
  readonly fields: readonly { readonly type: string; readonly value: string }[];
  readonly note: string;
}

/** SafeInCloud's XML export: cards with typed fields. */
export const safeInCloud: Format = {
  app: 'SafeInCloud',
  recognize: ({ text }) =>
    text !== null && /^(?:<\?xml[^>]*>\s*)?<database[\s>]/.test(text) && text.includes('<card'),
  read: ({ text }) => {
    const cards = Array.from((text ?? '').matchAll(/<card\b([^>]*)>(.*?)<\/card>/gs), readCard);
    const codes = cards.flatMap((card) => {
      const keys = valuesOf(card, 'one_time_password');
      return keys.length > 0 ? keys.map((key) => ({ card, key })) : [{ card, key: '' }];
    });
    return readRows(
      codes,
      ({ card, key }) => {
        if (key === '') return null;
        if (card.isDeleted) throw new AppError('format/in-trash');
        const [account = ''] = [...valuesOf(card, 'login'), ...valuesOf(card, 'email')];
        return toImported(readTotpField(key, { issuer: card.title, account }), {
          note: card.note,
          hosts: hostsOf(valuesOf(card, 'website')),
        });
      },
      ({ card }) => card.title,
    );
  },
};

function readCard([, attributes = '', body = '']: RegExpExecArray): Card {
  const fields = Array.from(
    body.matchAll(/<field\b([^>]*)>([^<]*)<\/field>/g),
    ([, own = '', value = '']) => ({
      type: attribute(own, 'type'),
      value: decodeEntities(value).trim(),
    }),
  );
  return {
    title: attribute(attributes, 'title'),
    isDeleted: attribute(attributes, 'deleted') === 'true',
    fields,
    note: decodeEntities(/<notes>([^<]*)<\/notes>/.exec(body)?.[1] ?? '').trim(),
  };
}

const attribute = (attributes: string, name: string): string =>
  decodeEntities(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');

const valuesOf = ({ fields }: Card, type: string): string[] =>
  fields.filter((field) => field.type === type && field.value !== '').map(({ value }) => value);
