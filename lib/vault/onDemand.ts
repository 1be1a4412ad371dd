import { trustedCast } from './format/trustedCast';

type Method = (...input: never[]) => Promise<unknown>;

/** The name of every method, so that none can be forgotten. */
export type Names<T> = Readonly<Record<keyof T, true>>;

/**
 * Returns an object that loads the real one at the first call of a method. For parts of the vault that the popup
 * doesn't need to show codes.
 */
export function onDemand<T extends { [Name in keyof T]: Method }>(
  names: Names<T>,
  load: () => Promise<T>,
): T {
  let loading: Promise<T> | undefined;
  const call =
    (name: keyof T) =>
    async (...input: never[]) => {
      loading ??= load();
      return (await loading)[name](...input);
    };
  const all = trustedCast<(keyof T)[]>(Object.keys(names));
  return trustedCast<T>(Object.fromEntries(all.map((name) => [name, call(name)])));
}
