import { AppError } from '../errors';
import type { Reading, ReadTools } from './Format';
import type { ImportedAccount } from './ImportedAccount';
import { openWinAuth } from './openWinAuth';
import { readOtpFields } from './readOtpFields';
import { readRows } from './readRows';
import { decodeEntities } from './sharedPrefs';

export const isWinAuthXml = (text: string | null): text is string =>
  text !== null && /^(?:<\?xml[^>]*>\s*)?<WinAuth[\s>]/.test(text);

/** An element that is encrypted; the whole file, an account's data and its secret may be. */
const sealed =
  /<(data|authenticatordata|secretdata)\s[^>]*\bencrypted="([a-z]+)"[^>]*>([^<]+)<\/\1>/;
const deepest = 3;
const accounts = /<WinAuthAuthenticator\b[^>]*>.*?<\/WinAuthAuthenticator>/gs;

/** An account's element, opened, or why it can't be. */
interface Row {
  readonly xml: string;
  readonly error: AppError | null;
}

/**
 * Reads WinAuth's file; null while its password is missing. Throws `format/wrong-password`, and
 * `format/windows-protected` for a file that only its own computer opens.
 * https://github.com/winauth/winauth (WinAuthConfig.cs, Authenticator.cs)
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

/** Opens what is encrypted, from the outside in. */
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

/** One account that this computer can't open must not hide the others. */
async function openRow(xml: string, tools: ReadTools): Promise<Row> {
  try {
    return { xml: await openAll(xml, tools), error: null };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'format/windows-protected') throw error;
    return { xml, error };
  }
}

/** `HEX<tab>digits<tab>HMAC<tab>period`, then after bars what a maker adds: the counter of an HOTP account. */
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

/** WinAuth has one name; it writes an issuer as `Issuer (account)`. Games are named by their type. */
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
