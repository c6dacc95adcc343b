import { type RawBuilder, sql } from 'kysely';

/** A pgvector literal. Seven significant digits hold every float32 to within rounding. */
export function toVector(vector: Float32Array): string {
  const numbers = Array.from(vector, (value) => String(Math.fround(value)));
  return `[${numbers.join(',')}]`;
}

/**
 * `embedding::vector(n)`, the expression the HNSW index of a model is on. The number is a literal
 * because an expression with a parameter never matches the index.
 */
export function sizedVector(column: string, dimensions: number): RawBuilder<string> {
  return sql`(${sql.ref(column)}::vector(${sql.lit(dimensions)}))`;
}
