import type { ImportedAccount, Rows } from './ImportedAccount';
import { readEach, type RowReader } from './readEach';
import { readOtherUris } from './readOtherUris';
import { throwIfUnread } from './throwIfUnread';
import { isPlainObject, watchFields } from './watchFields';

/**
 * Reads each row like `readEach`. In a JSON item, all parameters that may change the codes must be read, and links
 * in other places are read too.
 */
export const readRows = <Row>(
  rows: Iterable<Row>,
  read: RowReader<Row>['read'],
  name: RowReader<Row>['name'],
  hasPicture?: RowReader<Row>['hasPicture'],
): Rows =>
  readEach(rows, {
    read: (row) => readWatched(row, read),
    name,
    ...(hasPicture && { hasPicture }),
    readOthers: (row, account) =>
      isPlainObject(row)
        ? readOtherUris(row, account ?? { issuer: name(row), account: '' })
        : { accounts: [], unreadable: [] },
  });

/** Reads a row. If the row is a JSON object, all parameters that may change the codes must be read. */
function readWatched<Row>(
  row: Row,
  read: (row: Row) => ImportedAccount | null,
): ImportedAccount | null {
  if (!isPlainObject(row)) return read(row);
  const watched = watchFields(row);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the proxy has the members of the row
  const account = read(watched.fields as typeof row);
  if (account) throwIfUnread(watched, account.otp);
  return account;
}
