/**
 * Groups texts of similar length, so that padding wastes little of the model's time.
 *
 * Returns indexes into `lengths` (tokens per text), longest texts first. The padded size of a
 * batch (texts × longest) stays within `tokenBudget`; a longer text is a batch of its own.
 */
export function lengthBatches(lengths: readonly number[], tokenBudget: number): number[][] {
  const order = Array.from(lengths.keys()).toSorted(
    (a, b) => length(lengths, b) - length(lengths, a),
  );
  const batches: number[][] = [];
  let batch: number[] = [];
  let longest = 0;
  for (const index of order) {
    if (batch.length > 0 && (batch.length + 1) * longest > tokenBudget) {
      batches.push(batch);
      batch = [];
    }
    if (batch.length === 0) longest = length(lengths, index);
    batch.push(index);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

function length(lengths: readonly number[], index: number): number {
  return lengths[index] ?? 0;
}
