const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** The figures of the companion's rules. All times are in milliseconds. */
export const policy = {
  /** Name of the demo service, and issuer of its TOTP accounts. */
  service: 'Larkfield',

  code: { period: 30, digits: 6, secretBytes: 20, drift: 1 },
  /** Wrong codes and backup codes of one user count together. */
  codeLock: { strikes: 10, window: Infinity, first: 15 * minute, longest: day, disableAt: 100 },
  passwordLock: { strikes: 5, window: 5 * minute, first: minute, longest: hour, disableAt: 100 },
  /** Without a wrong try for so long, the next lock is short again. */
  lockCalm: day,
  /** After so long without a try a lock and its count are forgotten. */
  lockForgotten: 30 * day,

  challenge: { lifetime: 10 * minute, tries: 5, perUser: 3 },
  pending: { lifetime: 10 * minute },
  /** How long a proof of who sits there is good for. */
  sudo: { lifetime: 5 * minute, limit: { hits: 10, window: minute } },
  mailedSecret: { lifetime: 7 * day },
  workspaceInvite: { lifetime: 7 * day },
  verifyLink: { lifetime: day },
  halfMade: { lifetime: day },
  googleAssertion: { lifetime: 5 * minute },

  /** How long the pages tell that a used code was tried again. */
  replayShown: day,

  session: { idle: hour, absolute: day, perUser: 20, touchEvery: minute },
  backupCodes: { count: 10, bytes: 10, few: 3 },

  password: { alone: 15, withSecondFactor: 8, longest: 128 },
  resetLink: {
    lifetime: 30 * minute,
    cooldown: { hits: 1, window: minute },
    perAccount: { hits: 5, window: hour },
    global: { hits: 100, window: hour },
  },
  signUp: { perAddress: { hits: 5, window: hour }, global: { hits: 100, window: hour } },
  /** Entries that the audit page shows. */
  auditShown: 500,
  adminReset: { hits: 1, window: 5 * minute },

  /** Bytes of a request's body. */
  longestBody: 16_384,
  /** How far the developer's panel may move the demo clock. */
  farthestClock: 366 * day,
} as const;
