const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** The limits of the companion. Times are in milliseconds, except `code.period`, which is in seconds. */
export const policy = {
  /** Name of the demo service, and issuer of its TOTP accounts. */
  service: 'Larkfield',

  code: { period: 30, digits: 6, secretBytes: 20, drift: 1 },
  /** Lock after wrong codes and wrong backup codes of a user, which are counted together. */
  codeLock: { strikes: 10, window: Infinity, first: 15 * minute, longest: day, disableAt: 100 },
  /**
   * Lock after wrong passwords of clients that the account doesn't know. Wrong passwords at re-authentication
   * have the same rule and a separate count.
   */
  passwordLock: { strikes: 5, window: 5 * minute, first: minute, longest: hour, disableAt: 100 },
  /** After this many wrong passwords in a row, a known client is treated as unknown. */
  knownClientTries: 10,
  /** After this many wrong passwords in a row at re-authentication, the session ends. */
  proofsBeforeSignOut: 20,
  /** Limit on the failed sign-ins of one client, summed over all addresses. */
  signInPerClient: { hits: 60, window: 5 * minute },
  /** After this time without a failure, the next lock has the shortest duration again. */
  lockCalm: day,
  /** A lock is deleted after this time without a failure. */
  lockForgotten: 30 * day,
  /**
   * Maximum number of stored locks of addresses without an account. Above this number, the oldest lock is
   * deleted.
   */
  strangerLocks: 1000,

  challenge: { lifetime: 10 * minute, tries: 5, perUser: 3 },
  pending: { lifetime: 10 * minute },
  /** Limit on the new sets of backup codes of an account, because each set costs ten password hashes. */
  newCodes: { hits: 20, window: 10 * minute },
  /** How long a re-authentication is valid, and how many attempts it allows. */
  sudo: { lifetime: 5 * minute, limit: { hits: 10, window: minute } },
  mailedSecret: { lifetime: 7 * day },
  invitation: {
    lifetime: 7 * day,
    mailsPerAddress: { hits: 3, window: day },
    perWorkspace: { hits: 50, window: day },
  },
  verifyLink: { lifetime: day, perAccount: { hits: 5, window: hour } },
  halfMade: { lifetime: day },
  googleAssertion: { lifetime: 5 * minute },

  /** How long the pages show that a used code was tried again. */
  replayShown: day,
  /** Limit of one mail a day about a machine clock that was set back. */
  clockMail: { hits: 1, window: day },

  session: { idle: hour, absolute: day, perUser: 20, touchEvery: minute },
  /** Maximum number of client ids and of device labels stored per account. */
  knownClients: 20,
  backupCodes: { count: 10, bytes: 10, few: 3 },

  password: { alone: 15, withSecondFactor: 8, longest: 128 },
  resetLink: {
    lifetime: 30 * minute,
    cooldown: { hits: 1, window: minute },
    // The window equals the link's lifetime. So when the limit is reached, a mail with a valid link has already
    // been sent.
    perAccount: { hits: 5, window: 30 * minute },
    perClient: { hits: 20, window: hour },
    /** Limit on one client's attempts to set a password with a link. */
    finish: { hits: 20, window: minute },
  },
  signUp: { perAddress: { hits: 5, window: hour }, perClient: { hits: 20, window: hour } },
  adminReset: { hits: 1, window: 5 * minute },

  /** Maximum number of rows per page of any list. */
  page: 100,
  /** Maximum number of members that enforcement processes in one transaction. */
  batch: 100,
  /**
   * Maximum number of expired rows that one sign-in deletes from each table. Higher than the number that a
   * sign-in adds, but low, because a person waits for the sign-in.
   */
  swept: 10,
  /**
   * Maximum number of expired audit entries that one sign-in deletes. Higher than `swept`, because every command
   * writes an entry.
   */
  auditSwept: 50,
  auditKept: 400 * day,

  /** Maximum size of a request's body, in bytes. */
  longestBody: 16_384,
  /** Maximum offset that the developer panel can set for the demo clock. */
  farthestClock: 366 * day,
} as const;
