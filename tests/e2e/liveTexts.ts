/** A heap snapshot in Chromium's format: flat arrays whose columns are named in `meta`. */
interface HeapSnapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[]];
      readonly edge_fields: readonly string[];
      readonly edge_types: readonly [readonly string[]];
    };
  };
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly strings: readonly string[];
}

/**
 * Matches references that exist only because of the browser driver: the elements that it typed into, and the
 * texts that it searched. A user's browser has none of them. The extension has no WeakMap with elements as keys,
 * so no reference of its own matches.
 */
const heldByDriver = /DevTools console$|^\d+ \/ part of key \((?:HTML|SVG)\w+ @\d+\)/;

/** Returns every text that the page still references, one per line. Weak references don't count. */
export function liveTexts(json: string): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the format of Chromium's profiler
  const { snapshot, nodes, edges, strings } = JSON.parse(json) as HeapSnapshot;
  const { node_fields: fields, edge_fields: edgeFields } = snapshot.meta;
  const [nodeTypes] = snapshot.meta.node_types;
  const [edgeTypes] = snapshot.meta.edge_types;
  const at = (name: string) => fields.indexOf(name);
  const textOf = (index: number | undefined) => strings[index ?? -1] ?? '';
  const count = nodes.length / fields.length;
  const field = (node: number, name: number) => nodes[node * fields.length + name] ?? 0;

  const firstEdge = [0];
  for (let node = 0; node < count; node++)
    firstEdge.push((firstEdge[node] ?? 0) + field(node, at('edge_count')));

  const reached = new Set([0]);
  // Iterating a set also visits members that are added during the iteration.
  for (const node of reached)
    for (let edge = firstEdge[node] ?? 0; edge < (firstEdge[node + 1] ?? 0); edge++) {
      const [type = 0, name = 0, to = 0] = edges.slice(
        edge * edgeFields.length,
        (edge + 1) * edgeFields.length,
      );
      const kind = edgeTypes[type] ?? '';
      const isNamed = kind !== 'element' && kind !== 'hidden';
      if (kind === 'weak' || (isNamed && heldByDriver.test(textOf(name)))) continue;
      reached.add(to / fields.length);
    }
  return [...reached]
    .filter((node) => nodeTypes[field(node, at('type'))]?.includes('string'))
    .map((node) => textOf(field(node, at('name'))))
    .join('\n');
}
