import type { Format } from '../Format';
import { isWinAuthXml, readWinAuth } from '../readWinAuth';
import type { SourceFile } from '../SourceFile';
import { otpauthList } from './otpauthList';

/** WinAuth's file, and its export: a list of URIs with a specific file name, usually in an encrypted ZIP. */
export const winAuth: Format = {
  app: 'WinAuth',
  recognize: (file) => isWinAuthXml(file.text) || isList(file),
  read: (file, tools) =>
    isWinAuthXml(file.text) ? readWinAuth(file.text, tools) : otpauthList.read(file),
};

const isList = (file: SourceFile): boolean =>
  /(?:^|\/)winauth-\d{4}-\d{2}-\d{2}\.txt$/i.test(file.name) && otpauthList.recognize(file);
