/** Returns the time in milliseconds since the Unix epoch. Injected, so that tests can set the time. */
export type Clock = () => number;

/** The machine's clock. */
export const systemClock: Clock = () => Date.now();
