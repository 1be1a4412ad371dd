/**
 * Mutants that no test can notice, as the program does the same with them; each with the reason.
 * A mutant is found by its file, its operator and its line as it stands, so that a changed line leaves the list.
 */
export const equivalents = [];
