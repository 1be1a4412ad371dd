/** The prefix of a port that requests a lock. The lock's name follows. */
export const lockPort = 'lock/';

/** The prefix of a port that requests a lock only if the lock is free. The lock's name follows. */
export const idleLockPort = 'lock-if-idle/';
