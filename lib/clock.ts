/** The time in milliseconds since the Unix epoch. Injected, so that a test sets it. */
export type Clock = () => number;

/** The machine's own clock. */
export const systemClock: Clock = () => Date.now();
