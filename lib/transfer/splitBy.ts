/** Splits items into those that pass a test and those that don't. Keeps the order of the items. */
export function splitBy<Item>(
  items: readonly Item[],
  test: (item: Item) => boolean,
): [passing: Item[], others: Item[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
