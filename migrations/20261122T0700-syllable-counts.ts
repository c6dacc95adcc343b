export const statements = [
  // `second` is empty where the syllable `first` is counted alone; `key` is both without diacritics.
  `create table syllable_count (
    key text not null,
    first text not null,
    second text not null,
    count integer not null,
    primary key (key, first, second)
  )`,
  `create table syllable_counted_version (
    version_id uuid primary key references document_version
  )`,
];
