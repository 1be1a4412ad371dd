import { AppError } from '../../errors';
import { parseOtpUri, type OtpAccount } from '../../otp';
import { hostsOf } from '../hostsOf';
import type { ImportedAccount, ImportNote, Rows } from '../ImportedAccount';
import { readOtpFields } from '../readOtpFields';
import { readRows } from '../readRows';
import { readTotpField } from '../readTotpField';
import { isOtpUri } from '../readUris';
import { toImported } from '../toImported';
import { type CodeInRow, codesInRow } from './codesInRow';
import { unusedColumns } from './guessMapping';
import { type ColumnMapping, type ColumnRole, rowsOf, type Table } from './Table';

type Row = readonly string[];
type Cell = (row: Row, role: ColumnRole) => string;

/**
 * Reads the accounts of a table with known columns. A row may have several codes. A code is unreadable if its link
 * contradicts the other columns, or if a value isn't understood.
 */
export function readTable(table: Table, mapping: ColumnMapping): Rows {
  const cell: Cell = (row, role) => {
    const at = mapping[role];
    return at === undefined ? '' : (row[at]?.trim() ?? '');
  };
  const reading = readRows(
    rowsOf(table).flatMap((row) => codesInRow(table, row, mapping)),
    (code) => readCode(code, cell),
    ([row]) => cell(row, 'issuer') || cell(row, 'account'),
  );
  const cutOff = table.isCutOff ? [{ name: '', reason: 'format/cut-off', facts: {} } as const] : [];
  const ignored = unusedColumns(table, mapping);
  const note: ImportNote = {
    code: 'columns-ignored',
    facts: { count: ignored.length, columns: ignored.slice(0, 12).join(', ') },
  };
  const notes = [...(reading.notes ?? []), ...(ignored.length > 0 ? [note] : [])];
  const unreadable = [...reading.unreadable, ...cutOff];
  return { ...reading, unreadable, ...(notes.length > 0 && { notes }) };
}

function readCode([row, value, error]: CodeInRow, cell: Cell): ImportedAccount | null {
  if (error) throw error;
  if (value === '') return null;
  const login = { issuer: cell(row, 'issuer'), account: cell(row, 'account') };
  const account = isOtpUri(value)
    ? readLink(value, row, { cell, login })
    : readKey(value, row, { cell, login });
  return toImported(
    // KeePassXC writes "none" as the name of an account without a user.
    account.account === 'none' ? { ...account, account: '' } : account,
    {
      tags: [cell(row, 'folder')].filter((tag) => tag !== ''),
      note: cell(row, 'note'),
      pinned: /^(?:1|true|yes)$/i.test(cell(row, 'favorite')),
      hosts: hostsOf([cell(row, 'url')]),
    },
  );
}

interface Names {
  readonly cell: Cell;
  readonly login: Pick<OtpAccount, 'issuer' | 'account'>;
}

const parameters = ['type', 'algorithm', 'digits', 'period', 'counter'] as const;

/** Reads a link. The other columns may repeat or complete its parameters, but must not contradict them. */
function readLink(link: string, row: Row, { cell, login }: Names): OtpAccount {
  const account = readTotpField(link, login);
  const query = parseOtpUri(link) ? link.toLowerCase() : '';
  const given = parameters.filter((name) => cell(row, name) !== '');
  if (given.length === 0 || account.otp.kind === 'steam') return account;
  const said = Object.fromEntries(given.map((name) => [name, cell(row, name)]));
  const { otp } = account;
  const { kind: type, algorithm, digits, period, counter } = otp;
  const told = readOtpFields({
    secret: 'AAAAAAAA',
    type,
    algorithm,
    digits,
    period,
    counter,
    ...said,
  });
  for (const name of given) {
    const field = name === 'type' ? 'kind' : name;
    const isSaid = name === 'type' || new RegExp(`[?&](?:amp;)?${name}=`).test(query);
    const isUnused =
      (name === 'counter' && otp.kind !== 'hotp') || (name === 'period' && otp.kind === 'hotp');
    if (isSaid && !isUnused && told[field] !== otp[field])
      throw new AppError('otp/unknown-parameter', { parameter: name });
  }
  return { ...account, otp: { ...told, secret: otp.secret, pin: otp.pin } };
}

function readKey(key: string, row: Row, { cell, login }: Names): OtpAccount {
  const otp = readOtpFields({
    secret: key,
    type: cell(row, 'type'),
    algorithm: cell(row, 'algorithm'),
    digits: cell(row, 'digits'),
    period: cell(row, 'period'),
    counter: cell(row, 'counter'),
    encoding: cell(row, 'encoding'),
    pin: cell(row, 'pin'),
  });
  return { ...login, otp };
}
