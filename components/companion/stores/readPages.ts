import type { ServiceResult } from './ServiceResult';

/** One page of a list. `next` is the cursor of the following page, or null on the last page. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/**
 * Reads pages from the first until there are at least `count` rows, so that a refresh shows as many rows as
 * before. Stops at a page that fails. Returns the refusal only if the first page failed.
 */
export async function readPages<Row, First extends Page<Row>>(
  read: (after: string | undefined) => Promise<ServiceResult<First>>,
  count: number,
): Promise<ServiceResult<First>> {
  const first = await read(undefined);
  if (!first.ok) return first;
  const rows = [...first.value.rows];
  let { next } = first.value;
  while (next !== null && rows.length < count) {
    const page = await read(next);
    if (!page.ok) break;
    rows.push(...page.value.rows);
    next = page.value.next;
  }
  return { ok: true, value: { ...first.value, rows, next } };
}
