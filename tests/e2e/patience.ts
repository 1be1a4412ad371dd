/** Timeout for steps that are slow only on a busy or small machine, in milliseconds. */
export const patience = 60_000;
