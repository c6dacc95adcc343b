/** Views that the statistics are read from. */
export const statements: readonly string[] = [];
