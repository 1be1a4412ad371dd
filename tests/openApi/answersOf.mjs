const capitalized = (name) => name[0].toUpperCase() + name.slice(1);

/**
 * Generates a module that compiles only if the generated client has types for every operation's responses and
 * errors, none of them `unknown`, `never` or `any`.
 * @returns {{ text: string, count: number }}
 */
export function answersOf({ paths }) {
  const names = Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .map(({ operationId }) => capitalized(operationId));
  const lines = names.flatMap((name) => [
    `typed<Typed<client.${name}Response>>();`,
    `typed<Typed<client.${name}Error>>();`,
  ]);
  const text = `import type * as client from './client/types.gen';

type Typed<T> = 0 extends 1 & T ? 'any' : unknown extends T ? 'unknown' : [T] extends [never] ? 'never' : true;
declare function typed<T extends true>(): T;

${lines.join('\n')}
`;
  return { text, count: names.length };
}
