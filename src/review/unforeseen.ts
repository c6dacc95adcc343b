/** 0 up to 1, from the system's source of randomness: nobody can tell what comes next. */
export function unforeseen(): number {
  const [bits] = crypto.getRandomValues(new Uint32Array(1));
  return (bits ?? 0) / 2 ** 32;
}
