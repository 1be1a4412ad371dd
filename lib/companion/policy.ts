const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** The limits of the companion. All times are in milliseconds. */
export const policy = {
  /** Name of the demo service, and issuer of its TOTP accounts. */
  service: 'Larkfield',

  code: { period: 30, digits: 6, secretBytes: 20, drift: 1 },
  /** Wrong codes and wrong backup codes of one user count together. */
  codeLock: { strikes: 10, window: Infinity, first: 15 * minute, longest: day, disableAt: 100 },
  /**
   * Wrong passwords of clients that never signed in to the account and, counted separately, of
   * re-authentication.
   */
  passwordLock: { strikes: 5, window: 5 * minute, first: minute, longest: hour, disableAt: 100 },
  /** After this many wrong passwords in a row, a client known to the account counts as unknown. */
  knownClientTries: 10,
  /** This many wrong passwords in a row at re-authentication end the session. */
  proofsBeforeSignOut: 20,
  /** Failed sign-ins of one client, for any address. */
  signInPerClient: { hits: 60, window: 5 * minute },
  /** After this time without a failure, the next lock is short again. */
  lockCalm: day,
  /** After this time without an attempt, a lock and its count are deleted. */
  lockForgotten: 30 * day,
  /** Maximum number of stored locks of addresses without an account; the oldest go first. */
  strangerLocks: 1000,

  challenge: { lifetime: 10 * minute, tries: 5, perUser: 3 },
  pending: { lifetime: 10 * minute },
  /** New sets of backup codes per account: each costs ten password hashes. */
  newCodes: { hits: 20, window: 10 * minute },
  /** How long a proof of identity is valid. */
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

  /** How long the pages report that a used code was tried again. */
  replayShown: day,
  /** Minimum interval between mails about the machine's clock. */
  clockMail: { hits: 1, window: day },

  session: { idle: hour, absolute: day, perUser: 20, touchEvery: minute },
  /** Maximum number of client ids per account. */
  knownClients: 20,
  backupCodes: { count: 10, bytes: 10, few: 3 },

  password: { alone: 15, withSecondFactor: 8, longest: 128 },
  resetLink: {
    lifetime: 30 * minute,
    cooldown: { hits: 1, window: minute },
    // Within a link's lifetime, so that anyone who reaches the limit has a mail with a valid link.
    perAccount: { hits: 5, window: 30 * minute },
    perClient: { hits: 20, window: hour },
    /** Attempts of one client to use a link. */
    finish: { hits: 20, window: minute },
  },
  signUp: { perAddress: { hits: 5, window: hour }, perClient: { hits: 20, window: hour } },
  adminReset: { hits: 1, window: 5 * minute },

  /** Rows per page of any list. */
  page: 100,
  /** Members that enforcement processes in one transaction. */
  batch: 100,
  /** Expired rows of each table that one sign-in deletes: more than one leaves, and few, as somebody waits. */
  swept: 10,
  /** The same of audit entries, which every command writes. */
  auditSwept: 50,
  auditKept: 400 * day,

  /** Maximum size of a request's body in bytes. */
  longestBody: 16_384,
  /** How far the developer panel can move the demo clock. */
  farthestClock: 366 * day,
} as const;
