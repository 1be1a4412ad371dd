/**
 * Casts a value that only this extension can have written, because it was authenticated or stored by the
 * extension itself.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- only the caller knows the type
export function trustedCast<T>(value: unknown): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only this extension wrote the value, with this type
  return value as T;
}
