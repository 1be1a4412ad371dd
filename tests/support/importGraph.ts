import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { importsOf } from './architectureRules';

export const files = ['entrypoints', 'components', 'lib'].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(top, name).replaceAll('\\', '/')),
);

export const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));

/** Returns the file that a relative import loads, or null. */
function resolveImport(path: string, from: string): string | null {
  if (!from.startsWith('.')) return null;
  const target = normalize(join(dirname(path), from.replace(/\?.*$/, '')));
  const candidates = [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`];
  return candidates.find((candidate) => sources.has(candidate)) ?? null;
}

export const importedBy = (path: string, withTypes: boolean): readonly string[] =>
  importsOf(sources.get(path) ?? '').flatMap(({ from, typeOnly }) => {
    const next = typeOnly && !withTypes ? null : resolveImport(path, from);
    return next ? [next] : [];
  });

/** Returns every file that `start` loads, directly or indirectly. Type imports don't count. */
export function reachedFrom(start: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const queue = [start];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    queue.push(...importedBy(path, false));
  }
  return reached;
}

/**
 * Returns the files of a graph that are on a cycle or between two cycles, by repeatedly removing files without
 * imports or importers.
 */
export function cyclicFiles(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const left = new Map(graph);
  for (;;) {
    const imported = new Set([...left.values()].flat());
    const done = [...left].filter(
      ([file, imports]) => !imported.has(file) || !imports.some((other) => left.has(other)),
    );
    if (done.length === 0) return [...left.keys()];
    for (const [file] of done) left.delete(file);
  }
}
