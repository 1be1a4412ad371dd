import type { Format } from '../Format';
import { otpauthList } from './otpauthList';

/** Authenticator Plus's export, a list of URIs in an encrypted ZIP. */
export const authenticatorPlus: Format = {
  app: 'Authenticator Plus',
  recognize: (file) => /(?:^|\/)Accounts\.txt$/.test(file.name) && otpauthList.recognize(file),
  read: otpauthList.read,
};
