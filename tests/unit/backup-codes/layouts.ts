/** A page or file with backup codes in a layout that a site uses, with the expected codes. */
export interface Layout {
  readonly name: string;
  readonly text: string;
  readonly codes: readonly string[];
}

const eight = ['4821 9037', '1175 6204', '9930 4418', '5062 7781', '3349 1026', '8814 5590'];
const hyphened = ['a3f9c-71e0b', '0d4e2-9c8aa', '77b1f-e3d05', 'c90ae-4412f', '5e8d3-b06c7'];
const hex = ['9f86d081884c7d65', '9a2feaa0c55ad015', 'a3bf4f1b2b0b822c', 'd15d6c15b0f00a08'];
const upper = ['K7QF-2MXR', 'P9TD-4WCZ', 'B3HN-8VYJ', 'R6GS-5LKE'];
const six = ['482190', '117562', '993044', '506277', '334910'];
const tens = ['7f3k9q2m1x', '0p8d6s4v5b', '2h7j1n9r3t', '6w5z8c4y0g'];

const numbered = (codes: readonly string[], after = '. ') =>
  codes.map((code, at) => `${at + 1}${after}${code}`).join('\n');

const columns = (codes: readonly string[], gap: string) =>
  codes.reduce((text, code, at) => text + code + (at % 2 === 0 ? gap : '\n'), '');

export const layouts: readonly Layout[] = [
  { name: 'one a line', text: hyphened.join('\n'), codes: hyphened },
  { name: 'one a line, with Windows line ends', text: hyphened.join('\r\n'), codes: hyphened },
  { name: 'numbered with full stops', text: numbered(eight), codes: eight },
  { name: 'numbered with brackets', text: numbered(eight, ') '), codes: eight },
  { name: 'numbered with colons', text: numbered(hyphened, ': '), codes: hyphened },
  {
    name: 'numbered, in two columns, with a heading and a footer',
    text: `SAVE YOUR BACKUP CODES\nKeep these backup codes somewhere safe but accessible.\n\n 1. 4821 9037    4. 5062 7781\n 2. 1175 6204    5. 3349 1026\n 3. 9930 4418    6. 8814 5590\n\n(ada@example.com)\n\n* You can only use each backup code once.\n* Need more? Visit https://example.com/2sv\n* These codes were generated on: Nov 21, 2026.`,
    codes: ['4821 9037', '5062 7781', '1175 6204', '3349 1026', '9930 4418', '8814 5590'],
  },
  { name: 'two columns with spaces between', text: columns(hyphened, '      '), codes: hyphened },
  { name: 'two columns with a tab between', text: columns(upper, '\t'), codes: upper },
  { name: 'bullets', text: hyphened.map((code) => `• ${code}`).join('\n'), codes: hyphened },
  { name: 'dashes before', text: upper.map((code) => `- ${code}`).join('\n'), codes: upper },
  { name: 'asterisks before', text: hex.map((code) => `* ${code}`).join('\n'), codes: hex },
  { name: 'boxes to tick', text: upper.map((code) => `☐ ${code}`).join('\n'), codes: upper },
  {
    name: 'markdown task list',
    text: upper.map((code) => `- [ ] ${code}`).join('\n'),
    codes: upper,
  },
  {
    name: 'in backticks',
    text: hyphened.map((code) => `- \`${code}\``).join('\n'),
    codes: hyphened,
  },
  { name: 'separated by commas', text: six.join(', '), codes: six },
  { name: 'separated by semicolons', text: hex.join('; '), codes: hex },
  { name: 'separated by single spaces', text: tens.join(' '), codes: tens },
  { name: 'a JSON array', text: JSON.stringify(hyphened), codes: hyphened },
  { name: 'a pretty JSON array', text: JSON.stringify(hex, null, 2), codes: hex },
  {
    name: 'a CSV file with a status',
    text: `code,status\n${upper.map((code) => `${code},unused`).join('\n')}`,
    codes: upper,
  },
  {
    name: 'a table with pipes',
    text: `| # | Code | Used |\n| - | ---- | ---- |\n${upper.map((code, at) => `| ${at + 1} | ${code} | no |`).join('\n')}`,
    codes: upper,
  },
  {
    name: 'a label before each',
    text: hyphened.map((code, at) => `Recovery code ${at + 1}: ${code}`).join('\n'),
    codes: hyphened,
  },
  {
    name: 'a note after each',
    text: upper.map((code) => `${code} (unused)`).join('\n'),
    codes: upper,
  },
  {
    name: 'in one sentence',
    text: `Your backup codes are ${six.slice(0, -1).join(', ')} and ${six.at(-1)}.`,
    codes: six,
  },
  { name: 'six digits, one a line', text: `Backup codes\n\n${six.join('\n')}\n\nDone`, codes: six },
  { name: 'letters and digits without groups', text: tens.join('\n'), codes: tens },
  {
    name: 'long hexadecimal lines',
    text: hex.map((code) => code.repeat(4)).join('\n'),
    codes: hex.map((code) => code.repeat(4)),
  },
  {
    name: 'three groups with spaces',
    text: 'x7k2 m9q4 p1r8\nh3d6 w5z0 c8v2\nt4y9 b6n1 j3f7',
    codes: ['x7k2 m9q4 p1r8', 'h3d6 w5z0 c8v2', 't4y9 b6n1 j3f7'],
  },
  {
    name: 'a single recovery key in five groups',
    text: 'Your recovery code is below. Print it.\n\nQ7XK2-M9PLD-4RT8W-Z3HB6-V5NCJ\n',
    codes: ['Q7XK2-M9PLD-4RT8W-Z3HB6-V5NCJ'],
  },
  {
    name: 'a single recovery key with spaces',
    text: 'Recovery code\n\n8f2k 19xd 03mq p7z4 v6t1 w5c9 b2n8 h3j0',
    codes: ['8f2k 19xd 03mq p7z4 v6t1 w5c9 b2n8 h3j0'],
  },
  {
    name: 'letters alone',
    text: 'Keep these:\nqzxkvmwp\nhtrdlcbn\nfgjswxzk\nvbnmqrtp\nlkjhgfds',
    codes: ['qzxkvmwp', 'htrdlcbn', 'fgjswxzk', 'vbnmqrtp', 'lkjhgfds'],
  },
  {
    name: 'with blank lines, a title and a date',
    text: `Example recovery codes\nGenerated 2026-11-21 10:42 UTC for ada@example.com\n\n${upper.join('\n\n')}\n\nhttps://example.com/security`,
    codes: upper,
  },
  {
    name: 'German words around, numbered with hash signs',
    text: `Ihre Notfallcodes\n${hyphened.map((code, at) => `#${at + 1}: ${code}`).join('\n')}\nBewahren Sie sie sicher auf.`,
    codes: hyphened,
  },
  {
    name: 'dots between the groups',
    text: 'AB3D.9KQ2\nZX7C.4MN8\nPL5T.1WV6',
    codes: ['AB3D.9KQ2', 'ZX7C.4MN8', 'PL5T.1WV6'],
  },
];

/** Texts without backup codes that a user may copy by mistake. */
export const decoys: readonly { readonly name: string; readonly text: string }[] = [
  {
    name: 'prose',
    text: 'Two-factor authentication adds a second step. When you sign in, you enter your password and then a code. Without your phone you need another way in, so print a few codes and keep them where you keep your passport.',
  },
  {
    name: 'prose with numbers',
    text: 'In 2024 the service had 482190 users; in 2025 it had 993044. That is growth of 106 percent in 12 months, and of 510854 people.',
  },
  { name: 'American telephone numbers', text: '555-123-4567\n555-987-6543\n(555) 222-3344' },
  {
    name: 'international telephone numbers',
    text: '+49 30 1234567\n+44 20 7946 0958\n+1 555 123 4567',
  },
  { name: 'labelled telephone numbers', text: 'Tel 6123 4567\nFax 6234 5678\nMobile 9876 5432' },
  { name: 'dates with hyphens', text: '2026-11-21\n2026-12-24\n2027-01-01\n2027-02-14' },
  { name: 'dates without hyphens', text: '20261121\n20261224\n20270101' },
  { name: 'dates with full stops', text: '21.11.2026\n24.12.2026\n01.01.2027' },
  {
    name: 'dates with slashes, and times',
    text: '11/21/2026 10:42\n12/24/2026 18:00\n01/01/2027 00:00',
  },
  { name: 'prices', text: '$1234.50\n€ 2345,60\n£ 345678' },
  { name: 'IP addresses', text: '192.168.100.101\n10.0.0.1\n172.16.254.100' },
  { name: 'a menu', text: 'Overview\nSecurity\nSessions\nSettings\nPayments' },
  { name: 'links', text: 'https://example.com/a1b2c3\nhttps://example.com/d4e5f6' },
  { name: 'mail addresses', text: 'ada1815@example.com\ngrace1906@example.com' },
  { name: 'nothing', text: '   \n\n' },
];
