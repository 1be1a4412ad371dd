import type { Format } from '../Format';
import { otpauthList } from './otpauthList';

/** WinAuth's export: a list of URIs with a specific file name, mostly in an encrypted ZIP. */
export const winAuth: Format = {
  app: 'WinAuth',
  recognize: (file) =>
    /(?:^|\/)winauth-\d{4}-\d{2}-\d{2}\.txt$/i.test(file.name) && otpauthList.recognize(file),
  read: otpauthList.read,
};
