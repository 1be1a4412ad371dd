import { plainName } from './columnNames';
import type { Table } from './Table';

/** Converts the tables of apps with special rules to the usual form. */
export const withAppRules = (table: Table): Table =>
  [bitwardenAuthenticator, roboForm, zoho, keePassXc, keePassPlugin, authyDecrypted].reduce(
    (changed, rule) => rule(changed),
    table,
  );

/** Replaces Zoho's cell of login data, which contains a line `User Name:a`, by the user name. */
function zoho(table: Table): Table {
  const at = columnOf(table, 'secretdata');
  if (at < 0) return table;
  const lines = table.lines.map((line, index) => {
    const user = /^User ?Name:(.*)$/im.exec(line[at] ?? '')?.[1]?.trim() ?? '';
    return replaced(line, at, index === 0 ? 'User Name' : user);
  });
  return { ...table, lines };
}

/** Replaces RoboForm's field cells, such as `TOTP KEY$,,,txt,KEY`, by the key that they contain. */
function roboForm(table: Table): Table {
  const at = columnOf(table, 'rffieldsv2');
  if (at < 0) return table;
  const lines = table.lines.map((line, index) => {
    const field = line.slice(at).find((cell) => /^TOTP KEY\$/i.test(cell));
    const key = field?.split(',').slice(4).join(',') ?? '';
    return index === 0 ? line : replaced(line, at, key).slice(0, at + 1);
  });
  return { ...table, lines };
}

/**
 * Names the three cells that Bitwarden Authenticator's rows have beyond the header: issuer, period and digits.
 */
function bitwardenAuthenticator(table: Table): Table {
  const [header = [], ...rows] = table.lines;
  const name = columnOf(table, 'name');
  const width = header.length;
  const isIts = columnOf(table, 'logintotp') >= 0 && rows.some((row) => row.length === width + 3);
  if (!isIts || name < 0) return table;
  const lines = rows.map((row) => {
    const [issuer = '', period = '', digits = ''] = row.slice(width);
    const own = issuer === '' ? row : replaced(row, name, issuer);
    return own.slice(0, width).concat(period, digits);
  });
  return { ...table, lines: [[...header, 'period', 'digits'], ...lines] };
}

/** Removes the root group's name from KeePassXC's groups, because this name means nothing to the user. */
function keePassXc(table: Table): Table {
  const group = columnOf(table, 'group');
  if (group !== 0 || columnOf(table, 'lastmodified') < 0) return table;
  const lines = table.lines.map((line, index) =>
    index === 0 ? line : replaced(line, group, (line[group] ?? '').replace(/^Root(?:\/|$)/, '')),
  );
  return { ...table, lines };
}

/**
 * Converts KeePass's own fields, as extract_otp_secrets writes them. The name of the secret's column tells the
 * type.
 */
function keePassPlugin(table: Table): Table {
  if (columnOf(table, 'hmacotpsecretbase32') < 0) return table;
  const lines = table.lines.map((line, index) => line.concat(index === 0 ? 'type' : 'hotp'));
  return { ...table, lines };
}

/**
 * Converts the console table of Authy-GDPR-Export-Decryption, which has rows of dashes and a column
 * `issuer:account`.
 */
function authyDecrypted(table: Table): Table {
  const [status, account] = [columnOf(table, 'status'), columnOf(table, 'account')];
  if (status !== 0 || account < 0 || columnOf(table, 'totpsecret') < 0) return table;
  const rows = table.lines.slice(1).filter((line) => !/^-+$/.test(line.join('').trim()));
  const lines = rows.map((line) => {
    const [, issuer = '', name = line[account] ?? ''] =
      /^(.*?):(.*)$/.exec(line[account] ?? '') ?? [];
    return replaced(line, account, name).slice(1).concat(issuer);
  });
  return { ...table, lines: [[...(table.lines[0] ?? []).slice(1), 'issuer'], ...lines] };
}

const columnOf = ({ lines, hasHeader }: Table, name: string): number =>
  hasHeader ? (lines[0] ?? []).findIndex((cell) => plainName(cell) === name) : -1;

const replaced = (line: readonly string[], at: number, cell: string): string[] =>
  line.map((given, index) => (index === at ? cell : given));
