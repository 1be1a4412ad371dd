/** The name of a port that asks the background for a lock begins so; the lock's name follows. */
export const lockPort = 'lock/';

/** As `lockPort`, for a lock that is taken only if nobody has it. */
export const idleLockPort = 'lock-if-idle/';
