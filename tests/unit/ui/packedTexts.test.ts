import { expect, test } from 'vitest';
import { packedTexts } from '../../../components/ui/packedTexts';

const messages: Record<string, string> = {
  texts: 'Konten\nSuche in \uE0001\n\n\uE0002, dann \uE0001',
  popup_lock: 'Sperren',
};
const { t } = packedTexts('a.title a.search a.count.few a.order', (key, facts = []) =>
  key in messages ? [messages[key], ...facts].join('|') : '',
);

test('a packed text is found by its key', () => {
  expect(t('a.title')).toBe('Konten');
});

test('the placeholders of a packed text are filled in, in any order and with any characters', () => {
  expect(t('a.search', ['$1 & $2'])).toBe('Suche in $1 & $2');
  expect(t('a.order', ['eins', 'zwei'])).toBe('zwei, dann eins');
});

test('a plural form that the language lacks is empty', () => {
  expect(t('a.count.few', ['3'])).toBe('');
});

test('any other text is read from the browser', () => {
  expect(t('popup.lock', ['x'])).toBe('Sperren|x');
});
