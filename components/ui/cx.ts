/** Joins class names with spaces. Leaves out empty and absent names. */
export const cx = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ');
