import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './processes.mjs';

const escape = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Returns the HTML of a Markdown text that has only a title, paragraphs and bold words. */
const toHtml = (markdown) =>
  markdown
    .trim()
    .split(/\n{2,}/)
    .map((block) => escape(block.replaceAll('\n', ' ')))
    .map((block) =>
      block.startsWith('# ')
        ? `<h1>${block.slice(2)}</h1>`
        : `<p>${block.replaceAll(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')}</p>`,
    )
    .join('\n');

const style =
  'body{max-width:68ch;margin:3rem auto;padding:0 1.5rem;font:1rem/1.6 system-ui,sans-serif}:root{color-scheme:light dark}';

/** Writes PRIVACY.md into a build, as a page. */
export const writePrivacyPage = (folder) => {
  const text = toHtml(readFileSync(join(root, 'PRIVACY.md'), 'utf8'));
  writeFileSync(join(folder, 'privacy.css'), style);
  writeFileSync(
    join(folder, 'privacy.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>Privacy · Tessera</title><link rel="stylesheet" href="privacy.css">\n${text}\n</html>\n`,
  );
};
