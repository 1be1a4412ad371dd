import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isolate } from '../../components/ui/isolate';
import { plural, translate } from '../../components/ui/words';
import { firstTier, secondTier, textsOf } from '../support/localeTexts.mjs';

/** A name whose direction differs from English, with punctuation at its end. */
const name = 'بنك!';

const quoting = [...textsOf('en')].filter(([, text]) => String(text).includes('$1'));

describe('a name in a sentence', () => {
  test.each(quoting)('is isolated in %s', (key, text) => {
    const places = String(text).match(/\$\d/g) ?? [];
    const said = translate(key, [name, name, name, name]);
    expect(said.split(`\u2068${name}\u2069`)).toHaveLength(places.length + 1);
  });

  test('is isolated in a plural too', () => {
    expect(plural('security.health.records', 2)).toBe('2 records');
    const key = quoting.map(([one]) => one).find((one) => one.endsWith('.other'));
    expect(translate(key ?? '', [name])).toContain(`\u2068${name}\u2069`);
  });

  test.each(['שלום', 'بنك', '𐤀', '𞤀'])(
    'is isolated if its script is written right to left: %s',
    (text) => {
      expect(isolate(text, 'ltr')).toBe(`\u2068${text}\u2069`);
    },
  );

  test('is always isolated in a language written right to left', () => {
    expect(isolate('GitHub!', 'rtl')).toBe('\u2068GitHub!\u2069');
  });

  test.each(['GitHub', 'Zürich (CH)', '日本', '😀'])(
    "isn't isolated if the name and the language are written left to right: %s",
    (text) => {
      expect(isolate(text, 'ltr')).toBe(text);
    },
  );
});

test('every language states its direction, and texts contain isolates only around web addresses', () => {
  for (const { file, direction } of [...firstTier, ...secondTier]) {
    const texts = textsOf(file);
    expect(texts.get('locale.direction')).toBe(direction);
    const others = [...texts.values()].filter((text) =>
      /[\u2066-\u2069]/.test(
        String(text).replaceAll(/\u2066https?:\/\/[^\u2066-\u2069]*\u2069/g, ''),
      ),
    );
    expect(others).toEqual([]);
  }
});

test('components read texts only through functions that isolate names', () => {
  const readers = globSync('components/**/*.{ts,tsx}').filter((file) =>
    /import \{ i18n\b.*'#i18n'/.test(readFileSync(file, 'utf8')),
  );
  expect(readers).toEqual(['components/ui/words.ts']);
});
