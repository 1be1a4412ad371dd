import { AppError } from '../errors';
import type { Reading, ReadTools } from './Format';
import type { ImportedAccount } from './ImportedAccount';
import { openWinAuth } from './openWinAuth';
import { readOtpFields } from './readOtpFields';
import { readRows } from './readRows';
import { decodeEntities } from './sharedPrefs';

export const isWinAuthXml = (text: string | null): text is string =>
  text !== null && /^(?:<\?xml[^>]*>\s*)?<WinAuth[\s>]/.test(text);

/** Matches an encrypted element: the whole file, an account's data or its secret. */
const sealed =
  /<(data|authenticatordata|secretdata)\s[^>]*\bencrypted="([a-z]+)"[^>]*>([^<]+)<\/\1>/;
const deepest = 3;
const accounts = /<WinAuthAuthenticator\b[^>]*>.*?<\/WinAuthAuthenticator>/gs;

/** The element of an account, decrypted, or why it can't be decrypted. */
interface Row {
  readonly xml: string;
  readonly error: AppError | null;
}

/**
 * Reads WinAuth's file. Returns null if a password is needed and missing. Throws `format/wrong-password`,
 * `format/unknown` if the file has no accounts, and `format/windows-protected` if only the computer that wrote
 * the file can open it. https://github.com/winauth/winauth (WinAuthConfig.cs, Authenticator.cs)
 */
export async function readWinAuth(xml: string, tools: ReadTools): Promise<Reading | null> {
  const [, element, kinds] = sealed.exec(xml) ?? [];
  if (element !== undefined && kinds === 'y' && tools.password === null) return null;
  const opened = element === 'data' ? await openAll(xml, tools) : xml;
  const rows: Row[] = [];
  for (const [part] of opened.matchAll(accounts)) {
    if (needsPassword(part) && tools.password === null) return null;
    rows.push(await openRow(part, tools));
  }
  if (rows.length === 0) throw new AppError('format/unknown');
  return readRows(rows, readRow, ({ xml: part }) => textOf(part, 'name'));
}

const needsPassword = (xml: string): boolean => sealed.exec(xml)?.[2] === 'y';

/** Decrypts the encrypted elements of a text, starting with the outermost element. */
async function openAll(xml: string, tools: ReadTools): Promise<string> {
  let opened = xml;
  for (let depth = 0; depth < deepest; depth++) {
    const found = sealed.exec(opened);
    if (!found) break;
    const [whole, element = '', kinds = '', data = ''] = found;
    const inner = await openWinAuth(data, kinds, tools);
    opened = opened.replace(whole, () => `<${element}>${inner}</${element}>`);
  }
  return opened;
}

/** Decrypts one account. If only another computer can open this account, the other accounts are still read. */
async function openRow(xml: string, tools: ReadTools): Promise<Row> {
  try {
    return { xml: await openAll(xml, tools), error: null };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'format/windows-protected') throw error;
    return { xml, error };
  }
}

/**
 * Parses `HEX<tab>digits<tab>HMAC<tab>period`. A bar and data of the account's type may follow. For HOTP, the
 * data is the counter.
 */
function readRow({ xml, error }: Row): ImportedAccount {
  if (error) throw error;
  const [main = '', more = ''] = textOf(xml, 'secretdata').split('|');
  const [key = '', digits, hmac = '', period] = main.split('\t');
  const type = /\btype="(?:\w+\.)*(\w+?)Authenticator"/.exec(xml)?.[1] ?? '';
  const isHotp = type === 'HOTP';
  const otp = readOtpFields({
    secret: key,
    encoding: 'hex',
    type: isHotp ? 'hotp' : type === 'Steam' ? 'steam' : 'totp',
    algorithm: hmac,
    ...(type !== 'Steam' && { digits }),
    ...(isHotp ? { counter: more } : { period }),
  });
  return { ...namesOf(textOf(xml, 'name'), type), otp };
}

/**
 * Splits a name of the form `Issuer (account)`. For any other name of a game's account, the issuer is the game.
 */
function namesOf(name: string, type: string): Pick<ImportedAccount, 'issuer' | 'account'> {
  const [, issuer, account] = /^(.+?) \((.+)\)$/.exec(name) ?? [];
  if (issuer !== undefined && account !== undefined) return { issuer, account };
  const maker = makers[type];
  return maker && maker !== name ? { issuer: maker, account: name } : { issuer: name, account: '' };
}

const makers: Readonly<Record<string, string>> = {
  BattleNet: 'Battle.net',
  GuildWars: 'Guild Wars 2',
  Steam: 'Steam',
  Trion: 'Trion',
};

const textOf = (xml: string, element: string): string =>
  decodeEntities(
    new RegExp(`<${element}\\b[^>]*>([^<]*)</${element}>`).exec(xml)?.[1] ?? '',
  ).trim();
