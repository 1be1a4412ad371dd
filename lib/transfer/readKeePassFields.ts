import {
  findOtpUris,
  formatOtpUri,
  makeOtp,
  readSecretKey,
  type Otp,
  type OtpAccount,
} from '../otp';
import { number } from './fields';
import { readOtpFields } from './readOtpFields';
import { readTotpField } from './readTotpField';
import { isOtpUri } from './readUris';

/** The text fields of a KeePass entry by name. */
export type KeePassFields = ReadonlyMap<string, string>;

/** Reads one code of an entry. Throws `otp/…`. */
export type ReadCode = () => OtpAccount;

type Login = Pick<OtpAccount, 'issuer' | 'account'>;

const uriField = /^otp(?:_\d+)?$/i;
/**
 * Matches fields of other apps and the users' own fields. In these fields, only a link or an unmistakable key
 * counts.
 */
const otherField = /^(?:2fa|mfa|totp|otpauth|one-?time.?(?:password|code)s?|two.?factor.*)$/i;
const key = /^(?=.*[2-7])[A-Z2-7 ]{16,}=*$/i;

/**
 * Returns all codes of a KeePass entry, in every form that apps and plugins have used. Returns an empty list if
 * the entry has no codes. Each code is read separately. A code that is stored in several forms counts once.
 */
export function readKeePassFields(entry: KeePassFields): ReadCode[] {
  const login = { issuer: entry.get('Title') ?? '', account: entry.get('UserName') ?? '' };
  const named = [...entry].flatMap(([name, value]) => codeIn(name, value, login));
  const codes = [
    ...named,
    ...traySeed(entry, login),
    ...builtIn(entry, 'TimeOtp', login),
    ...builtIn(entry, 'HmacOtp', login),
  ];
  const noted = findOtpUris(entry.get('Notes') ?? '').map(({ uri }) => linkReader(uri, login));
  return distinct([...codes, ...noted]);
}

function codeIn(name: string, value: string, login: Login): ReadCode[] {
  if (value === '') return [];
  if (uriField.test(name))
    return [
      isOtpUri(value) ? linkReader(value, login) : () => ({ ...login, otp: readKeeOtp(value) }),
    ];
  const isOther = otherField.test(name) && (isOtpUri(value) || key.test(value));
  const isSettings = name === 'TOTP Settings' && isOtpUri(value);
  return isOther || isSettings ? [linkReader(value, login)] : [];
}

/**
 * Drops the placeholder for a missing account name: KeePassXC writes "none" if there is no user, KeeWeb always
 * writes "default".
 */
const linkReader =
  (value: string, login: Login): ReadCode =>
  () => {
    const account = readTotpField(value, login);
    if (account.account === 'none') return { ...account, account: '' };
    return account.account === 'default' ? { ...account, account: login.account } : account;
  };

/** Drops duplicate codes. Codes that can't be read are all kept. */
function distinct(codes: readonly ReadCode[]): ReadCode[] {
  const seen = new Set<string>();
  return codes.filter((read) => {
    try {
      const uri = formatOtpUri({ ...read(), issuer: '', account: '' });
      if (seen.has(uri)) return false;
      seen.add(uri);
    } catch {
      // The row throws the error again and becomes unreadable.
    }
    return true;
  });
}

/**
 * Reads the query of KeeOtp and KeeOtp2:
 * `key=…&size=…&step=…&otpHashMode=Sha256&type=Hotp&counter=…&encoding=Base64`. https://github.com/tiuub/KeeOtp2
 * (OtpAuthUtils.cs)
 */
function readKeeOtp(query: string): Otp {
  const params = new URLSearchParams(query);
  const param = (name: string) => params.get(name) ?? '';
  const isSteam = /^steam$/i.test(param('encoder'));
  return readOtpFields({
    type: isSteam ? 'steam' : param('type'),
    secret: param('key'),
    encoding: param('encoding'),
    algorithm: param('otpHashMode'),
    digits: param('size'),
    period: param('step'),
    counter: params.get('counter') ?? undefined,
  });
}

/**
 * Returns the code of KeeTrayTOTP and early KeePassXC: a seed, and settings such as `30;6`, or `30;S` for Steam.
 */
function traySeed(entry: KeePassFields, login: Login): ReadCode[] {
  const seed = entry.get('TOTP Seed');
  if (!seed) return [];
  const read = (): Otp => {
    const [period = '', digits = ''] = (entry.get('TOTP Settings') ?? '').split(';');
    const secret = readSecretKey(seed);
    if (digits.toUpperCase() === 'S') return makeOtp({ kind: 'steam', secret });
    return makeOtp({ secret, period: number(period), digits: number(digits) });
  };
  return [isOtpUri(seed) ? linkReader(seed, login) : () => ({ ...login, otp: read() })];
}

const encodings = {
  'Secret-Base32': 'base32',
  'Secret-Hex': 'hex',
  'Secret-Base64': 'base64',
  Secret: 'utf8',
};

/**
 * Returns the code in KeePass 2's own fields. The secret has one of four encodings, each with its own field name.
 * Without a counter, KeePass starts at 0.
 */
function builtIn(entry: KeePassFields, prefix: 'TimeOtp' | 'HmacOtp', login: Login): ReadCode[] {
  const field = (name: string) => entry.get(`${prefix}-${name}`);
  const [name, encoding] = Object.entries(encodings).find(([secret]) => field(secret)) ?? [];
  if (name === undefined || encoding === undefined) return [];
  const read = (): Otp =>
    readOtpFields({
      type: prefix === 'HmacOtp' ? 'hotp' : 'totp',
      secret: field(name),
      encoding,
      algorithm: field('Algorithm'),
      digits: field('Length'),
      period: field('Period'),
      counter: field('Counter'),
    });
  return [() => ({ ...login, otp: read() })];
}
