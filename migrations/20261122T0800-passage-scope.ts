export const statements = [
  // Both legs ask of each find which version it is in; the passage's own row holds its text, a page of it for each.
  `create index passage_scope on passage (id) include (version_id, language)`,
];
