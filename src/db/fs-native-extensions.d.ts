declare module 'fs-native-extensions' {
  /** Takes the file lock, or returns false when another process holds it. */
  function tryLock(fd: number): boolean;
  function unlock(fd: number): void;
}
