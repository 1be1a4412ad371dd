/**
 * Casts a value that only this extension can have written, because it was authenticated or stored by the
 * extension itself.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the type
export function trustedCast<T>(value: unknown): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what was sealed here has the form that was sealed
  return value as T;
}
