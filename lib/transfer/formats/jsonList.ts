import type { Format } from '../Format';
import { guessMapping } from '../table/guessMapping';
import { jsonTable } from '../table/jsonTable';
import { readOrAsk } from '../table/readOrAsk';

/**
 * JSON and JSON Lines of unknown apps with a list of objects, such as the files of extract_otp_secrets, cotp or
 * OTP Manager. If the fields are unknown too, the user is asked.
 */
export const jsonList: Format = {
  app: 'JSON list',
  recognize: (file) => {
    if (file.json === undefined && !/^\s*\{/.test(file.text ?? '')) return false;
    const table = jsonTable(file);
    return table !== null && guessMapping(table).mapping.secret !== undefined;
  },
  read: (file) => {
    const table = jsonTable(file);
    return table ? readOrAsk(table) : { accounts: [], unreadable: [] };
  },
};
