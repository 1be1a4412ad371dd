/** Splits into the items that pass a test and those that don't, each in order. */
export function splitBy<Item>(
  items: readonly Item[],
  test: (item: Item) => boolean,
): [passing: Item[], others: Item[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
