import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstTier, secondTier, textsOf, unitOf } from './localeTexts.mjs';
import { root } from './processes.mjs';

/** Placeholder for the packed keys in the pages' bundle until all bundles are known. */
const mark = '%packed-text-keys%';

const english = textsOf('en');
const languages = [...firstTier, ...secondTier].map(({ file }) => ({ file, texts: textsOf(file) }));

/** Every key of every language, because a language can have plural forms that English lacks. */
const allKeys = [...new Set(languages.flatMap(({ texts }) => [...texts.keys()]))];

/** Returns a test of whether code names a key: whole, as a plural's stem, or as the start of a composed key. */
const namesIn = (code) => {
  const literals = [...code.matchAll(/['"`]([a-z]\w*\.[\w.]*)(\$\{)?/gi)];
  const exact = new Set(literals.map(([, text]) => text));
  const starts = new Set(
    literals.filter(([, text, hole]) => hole || text.endsWith('.')).map(([, text]) => text),
  );
  return (key) =>
    exact.has(key) ||
    exact.has(unitOf(english, key)) ||
    exact.has(key.slice(0, key.lastIndexOf('.'))) ||
    [...starts].some((start) => key.startsWith(start));
};

/**
 * Returns the text of a key. Returns the English text if the key's unit isn't translated, or '' for a plural form
 * that the language lacks.
 */
const textOf = (texts, key) => {
  const unit = unitOf(english, key);
  const isTranslated = texts.has(unit) || texts.has(`${unit}.other`);
  return String((isTranslated ? texts : english).get(key) ?? '');
};

/**
 * Packs the texts that only pages use into one message of each locale. The texts of the popup and the background
 * stay separate messages, so that both start without unpacking. So do the texts of the manifest, which the
 * browser itself reads.
 */
export const packTexts = () => {
  let others = '';
  return {
    /**
     * For the bundle of the pages and the background: replaces WXT's reader of messages with the reader of packed
     * texts.
     */
    readsPacked: () => ({
      name: 'reads-packed-texts',
      transform: (_, id) =>
        id.endsWith('/.wxt/i18n/index.ts')
          ? `import { browser } from 'wxt/browser';
             import { packedTexts } from ${JSON.stringify(join(root, 'components/ui/packedTexts'))};
             export const i18n = packedTexts('${mark}', (key, facts) => browser.i18n.getMessage(key, facts));`
          : null,
      generateBundle(_options, bundle) {
        others += bundle['background.js']?.code ?? '';
      },
    }),
    /** For all other bundles: records which texts they use. */
    notesUses: () => ({
      name: 'notes-texts',
      generateBundle(_options, bundle) {
        for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk') others += chunk.code;
      },
    }),
    /** Writes the packed messages into a finished build. */
    write(folder) {
      const manifest = readFileSync(join(folder, 'manifest.json'), 'utf8');
      const named = new Set([...manifest.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key));
      const isUsed = namesIn(others);
      const isKept = (key) =>
        key.startsWith('locale.') || named.has(key.replaceAll('.', '_')) || isUsed(key);
      const packed = allKeys.filter((key) => !isKept(key));
      for (const { file, texts } of languages) {
        const lines = packed.map((key) => textOf(texts, key));
        if (lines.some((line) => line.includes('\n')))
          throw new Error(`${file}: a text has lines.`);
        const kept = [...texts].filter(([key]) => isKept(key));
        const messages = [
          ...kept.map(([key, message]) => [key.replaceAll('.', '_'), { message }]),
          ['texts', { message: lines.join('\n').replaceAll('$', '\uE000') }],
        ];
        const path = join(folder, '_locales', file, 'messages.json');
        writeFileSync(path, JSON.stringify(Object.fromEntries(messages)));
      }
      const chunks = readdirSync(join(folder, 'chunks')).map((name) =>
        join(folder, 'chunks', name),
      );
      for (const path of chunks.filter((name) => name.endsWith('.js'))) {
        const code = readFileSync(path, 'utf8');
        if (code.includes(mark)) writeFileSync(path, code.replace(mark, packed.join(' ')));
      }
    },
  };
};
