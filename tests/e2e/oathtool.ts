import { execFileSync } from 'node:child_process';

/** The current code by a second implementation, from a secret key in base32. */
export const oathtool = (secretKey: string, ...options: readonly string[]): string =>
  execFileSync(
    'oathtool',
    // Beside --totp, oathtool ignores --hotp.
    [
      options.includes('--hotp') ? '--hotp' : '--totp',
      '--base32',
      ...options.filter((option) => option !== '--hotp'),
      secretKey.replaceAll(' ', ''),
    ],
    { encoding: 'utf8' },
  ).trim();

/** The current code and the one before it: what was right a moment ago, though the step has changed since. */
export const recentCodes = (secretKey: string): readonly string[] =>
  ['now', '30 seconds ago'].map((time) => oathtool(secretKey, `--now=${time}`));
