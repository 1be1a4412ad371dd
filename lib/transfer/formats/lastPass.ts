import { makeOtp, readAlgorithm, readSecretKey } from '../../otp';
import { fields, firstText, isFields, list, number, text } from '../fields';
import type { Format } from '../Format';
import { readRows } from '../readRows';
import { toImported } from '../toImported';

/** LastPass Authenticator's JSON export. Folder 0 is "other accounts", folder 1 the favorites. */
export const lastPass: Format = {
  app: 'LastPass Authenticator',
  recognize: ({ json }) =>
    isFields(json) &&
    list(json['accounts']).some((row) => isFields(row) && 'issuerName' in row && 'timeStep' in row),
  read: ({ json }) => {
    const folders = new Map(
      list(fields(json)['folders'])
        .map(fields)
        .map(({ id, name }) => [id, text(name)]),
    );
    return readRows(
      list(fields(json)['accounts']).map(fields),
      (row) => {
        const folder = fields(row['folderData'])['folderId'];
        const tag = folder === 0 || folder === 1 ? '' : (folders.get(folder) ?? '');
        const otp = makeOtp({
          secret: readSecretKey(text(row['secret'])),
          algorithm: readAlgorithm(text(row['algorithm'])),
          digits: number(row['digits']),
          period: number(row['timeStep']),
        });
        return toImported(
          {
            issuer: firstText(row['issuerName'], row['originalIssuerName']),
            account: firstText(row['userName'], row['originalUserName']),
            otp,
          },
          { tags: tag ? [tag] : [], pinned: row['isFavorite'] === true },
        );
      },
      (row) => firstText(row['issuerName'], row['userName']),
    );
  },
};
