/** A page that shows backup codes in a realistic layout, among other typical content. */
export interface CodePage {
  readonly name: string;
  readonly body: string;
}

/** The codes that each of the pages shows. */
export const shownCodes: readonly string[] = Array.from(
  { length: 8 },
  (_, at) => `${4711 + at * 613}-${8329 - at * 577}`,
);

const around = (inside: string) => `<nav><a href="/">Home</a> <a href="/orders">Orders</a></nav>
<h1>Your backup codes</h1><p>Made on 21 November 2026 at 14:05. Call +1 555 0100 2030 for help.</p>
${inside}<footer>Order 20251121, 2 items, $ 1,234.50. © 2014-2026 Example Ltd, 12345 Springfield.</footer>`;

const list = (tag: string) => shownCodes.map((code) => `<${tag}>${code}</${tag}>`).join('');

export const codePages: readonly CodePage[] = [
  { name: 'a numbered list', body: around(`<ol>${list('li')}</ol>`) },
  {
    name: 'columns without anything between',
    body: around(`<div style="display:grid;grid-template-columns:1fr 1fr">${list('span')}</div>`),
  },
  { name: 'a table', body: around(`<table><tr>${list('td')}</tr></table>`) },
  { name: 'preformatted text', body: around(`<pre>${shownCodes.join('\n')}</pre>`) },
  {
    name: 'a field to copy from',
    body: around(`<textarea readonly rows="8">${shownCodes.join('\n')}</textarea>`),
  },
  {
    name: 'a field for each',
    body: around(shownCodes.map((code) => `<input readonly value="${code}">`).join('')),
  },
  {
    name: 'an open shadow tree',
    body: around(`<code-list></code-list><script>
      document.querySelector('code-list').attachShadow({ mode: 'open' }).innerHTML = '<ul>${list('li')}</ul>';
    </script>`),
  },
  {
    name: 'a dialog over a page',
    body: `${around('')}<dialog>${list('p')}</dialog><script>document.querySelector('dialog').showModal()</script>`,
  },
];

/** Pages without codes, but with similar content. */
export const pageWithoutCodes = around('<p>Press the button to make new ones.</p>');
