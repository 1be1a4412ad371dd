/** The prefix of ports that request a lock; the lock's name follows. */
export const lockPort = 'lock/';

/** Like `lockPort`, for a lock that is taken only if it is free. */
export const idleLockPort = 'lock-if-idle/';
