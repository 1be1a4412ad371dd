import { encodeBase32, formatOtpUri } from '../otp';
import { fileName } from './fileName';
import type { WriteTools, Written } from './Format';
import type { ImportedAccount } from './ImportedAccount';
import { splitBy } from './splitBy';
import { uuid } from './uuid';

const tokenTypes = { totp: 'TOTP', hotp: 'HOTP', steam: 'STEAM' } as const;
type Carried = keyof typeof tokenTypes;
const isCarried = (kind: string): kind is Carried => kind in tokenTypes;

/**
 * Values that 2FAS for iOS supports. The app silently replaces other values by its defaults.
 * https://github.com/twofas/2fas-ios (Period.swift, ImportFromFileInteractor+Parsers.swift)
 */
const [periods, digits] = [new Set([10, 30, 60, 90]), new Set([5, 6, 7, 8])];

const isSupported = ({ otp }: ImportedAccount): boolean =>
  isCarried(otp.kind) && (otp.kind === 'hotp' || periods.has(otp.period)) && digits.has(otp.digits);

/**
 * Writes a plain 2FAS backup of schema 4. Supports neither mOTP nor Yandex. An account's first tag becomes its
 * group.
 */
export function writeTwoFas(
  accounts: readonly ImportedAccount[],
  { random, now }: WriteTools,
): Written {
  const [carried, left] = splitBy(accounts, isSupported);
  const names = [...new Set(carried.flatMap(({ tags }) => tags?.slice(0, 1) ?? []))];
  const groups = names.map((name) => ({
    id: uuid(random),
    name,
    isExpanded: true,
    updatedAt: now,
  }));
  const services = carried.map((account, position) => {
    const group = groups.find(({ name }) => name === account.tags?.[0]);
    return {
      name: account.issuer,
      secret: encodeBase32(account.otp.secret),
      updatedAt: now,
      otp: otpOf(account),
      order: { position },
      icon: { selected: 'Label', label: { text: initials(account), backgroundColor: 'Default' } },
      groupId: group?.id ?? null,
    };
  });
  const file = {
    services,
    groups,
    updatedAt: now,
    schemaVersion: 4,
    appVersionCode: 5_000_000,
    appVersionName: '5.0.0',
    appOrigin: 'android',
  };
  return { name: fileName('2fas', now, '2fas'), text: JSON.stringify(file), left };
}

function otpOf(account: ImportedAccount) {
  const { otp } = account;
  return {
    link: formatOtpUri(account),
    label: account.account,
    account: account.account,
    issuer: account.issuer,
    digits: otp.digits,
    period: otp.period,
    algorithm: otp.algorithm,
    ...(otp.kind === 'hotp' && { counter: otp.counter }),
    tokenType: isCarried(otp.kind) ? tokenTypes[otp.kind] : '',
    source: 'Link',
  };
}

const initials = ({ issuer, account }: ImportedAccount): string =>
  Array.from(issuer || account)
    .slice(0, 2)
    .join('')
    .toUpperCase();
