import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { packedTexts } from '../../components/ui/packedTexts';
import { firstTier, secondTier, textsOf } from '../support/localeTexts.mjs';

type Messages = Readonly<Record<string, { readonly message: string }>>;

const names = ['Ada', 'Ben', 'Cleo', 'Dov'];
const filled = (text: string) =>
  text.replaceAll(/\$(\d)/g, (_, place: string) => names[Number(place) - 1] ?? '');

/** Returns the packed keys, which the pages' code contains as one string. */
function packedKeys(folder: string): string {
  const chunks = readdirSync(join(folder, 'chunks')).map((name) =>
    readFileSync(join(folder, 'chunks', name), 'utf8'),
  );
  const found = chunks.flatMap((code) => code.match(/(?:[a-z][\w.]+ ){200,}[\w.]+/g) ?? []);
  expect(found).toHaveLength(1);
  return found[0] ?? '';
}

for (const build of ['chrome-mv3', 'firefox-mv3'])
  test(`the ${build} package has every text of all sixteen languages, as the locale files have it`, () => {
    const folder = `.output/${build}`;
    const keys = packedKeys(folder);
    const languages = [...firstTier, ...secondTier].map(({ file }) => file);
    expect(readdirSync(join(folder, '_locales')).toSorted()).toEqual(languages.toSorted());
    const messagesOf = (file: string) =>
      JSON.parse(readFileSync(join(folder, '_locales', file, 'messages.json'), 'utf8')) as Messages;
    const english = messagesOf('en');
    for (const file of languages) {
      const messages = messagesOf(file);
      const { t } = packedTexts(keys, (key) =>
        filled((messages[key] ?? english[key])?.message ?? ''),
      );
      const source = textsOf(file);
      const wrong = [...source].filter(([key, text]) => t(key, names) !== filled(String(text)));
      expect(wrong, file).toEqual([]);
      expect(source.size, file).toBeGreaterThan(1000);
    }
  });
