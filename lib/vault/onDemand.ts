import { trustedCast } from './format/trustedCast';

type Method = (...input: never[]) => Promise<unknown>;

/** Every method of `T` by name. The type is a record, so that the compiler reports a missing method. */
export type MethodNames<T> = Readonly<Record<keyof T, true>>;

/** Returns an object whose methods load the real object at the first call and then delegate to it. */
export function onDemand<T extends { [Name in keyof T]: Method }>(
  names: MethodNames<T>,
  load: () => Promise<T>,
): T {
  const delegate =
    (name: keyof T) =>
    async (...input: never[]) =>
      (await load())[name](...input);
  const all = trustedCast<(keyof T)[]>(Object.keys(names));
  return trustedCast<T>(Object.fromEntries(all.map((name) => [name, delegate(name)])));
}
