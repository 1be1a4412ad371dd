/** How long a test waits for what is slow only because the machine is busy or small, in milliseconds. */
export const patience = 60_000;
