import { execFileSync } from 'node:child_process';

/** Returns the current code of a base32 secret key, computed by oathtool as an independent implementation. */
export const oathtool = (secretKey: string, ...options: readonly string[]): string =>
  execFileSync(
    'oathtool',
    // oathtool ignores --hotp if --totp is given too.
    [
      options.includes('--hotp') ? '--hotp' : '--totp',
      '--base32',
      ...options.filter((option) => option !== '--hotp'),
      secretKey.replaceAll(' ', ''),
    ],
    { encoding: 'utf8' },
  ).trim();

/** Returns the current code and the previous one, in case the step has just changed. */
export const recentCodes = (secretKey: string): readonly string[] =>
  ['now', '30 seconds ago'].map((time) => oathtool(secretKey, `--now=${time}`));
