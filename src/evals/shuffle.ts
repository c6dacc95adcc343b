/** A copy in an order drawn with `random` (Fisher and Yates). */
export function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const drawn = [...items];
  for (let index = drawn.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [drawn[index], drawn[other]] = [drawn[other] as Item, drawn[index] as Item];
  }
  return drawn;
}
