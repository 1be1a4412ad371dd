import { expect, test } from 'vitest';
import { encodeBase32, encodeHex } from '../../../lib/otp';
import { shelf } from '../../support/shelf';
import { importInto, text } from './importInto';

const hex = 'e3152afee62599c8';

const stratum = (Secret: string) => ({
  Authenticators: [{ Type: 3, Issuer: 'Work', Username: 'dave', Secret, Pin: '1234', Digits: 6 }],
});
const andOtp = (secret: string) => [
  {
    type: 'MOTP',
    issuer: 'Work',
    label: 'dave',
    secret: encodeBase32(new TextEncoder().encode(secret)),
    pin: '1234',
  },
];

/** The file of each app with one Mobile-OTP account with this secret. */
const files: Readonly<Record<string, (secret: string) => string>> = {
  'motp:// link': (secret) => `motp://Work:dave?secret=${secret}&pin=1234`,
  Stratum: (secret) => JSON.stringify(stratum(secret)),
  andOTP: (secret) => JSON.stringify(andOtp(secret)),
  CSV: (secret) => `issuer,account,secret,type,pin\nWork,dave,${secret},motp,1234`,
  JSON: (secret) =>
    JSON.stringify([{ issuer: 'Work', account: 'dave', secret, type: 'mOTP', pin: '1234' }]),
};
const apps = Object.keys(files);

const opened = async (app: string, secret: string) => {
  const { vault, entries } = await shelf();
  const store = importInto({ vault });
  await store.open([text(files[app]?.(secret) ?? '')]);
  return { store, entries };
};

test.each(apps)('an mOTP secret in hexadecimal is imported: %s', async (app) => {
  const { store, entries } = await opened(app, hex);
  await store.save();
  const [entry] = await entries();
  expect(entry).toMatchObject({ issuer: 'Work', account: 'dave', otp: { kind: 'motp' } });
  expect(encodeHex(entry?.otp.secret ?? new Uint8Array())).toBe(hex);
});

// Stratum and andOTP accept any text, and hash it as it is written.
test.each(
  apps.flatMap((app) =>
    [hex.toUpperCase(), 'JBSWY3DPEHPK3PXP', 'any-text-of-16-c', `${hex}a`].map(
      (secret) => [app, secret] as const,
    ),
  ),
)(
  'an mOTP secret of any other text is an unreadable row with the reason: %s, %s',
  async (app, secret) => {
    const { store, entries } = await opened(app, secret);
    expect(store.state.value).toMatchObject({
      step: 'preview',
      rows: [],
      unreadable: [{ name: expect.stringContaining('Work'), reason: 'otp/bad-hex' }],
    });
    await store.save();
    expect(await entries()).toEqual([]);
  },
);
