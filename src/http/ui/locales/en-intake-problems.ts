import type { viImportRefusals, viIntakeProblems } from './vi-intake-problems.ts';

export const enImportRefusals: typeof viImportRefusals = {
  not_json: {
    message: 'This line is no JSON object.',
    remedy: 'Write one whole JSON object on each line.',
  },
  too_many_cells: {
    message: 'This row has more cells than there are columns.',
    remedy: 'Put texts that hold the separator in quotation marks.',
  },
  text_missing: {
    message: 'There is no text.',
    remedy: 'Write the words of the post in this row.',
  },
  text_damaged: {
    message: 'The text holds damaged characters, or none that can be seen.',
    remedy: 'Export it again from its original, as UTF-8.',
  },
  text_too_long: {
    message: 'The text is larger than 65,536 bytes.',
    remedy: 'Shorten it, or split it into several rows.',
  },
  platform: {
    message: 'The name of the platform is not right.',
    remedy: 'Use 1 to 40 plain letters, digits, dots or hyphens; or do not map this column.',
  },
  url: {
    message: 'The address of the post is not right.',
    remedy: 'Use a whole address that starts with https://, or leave it empty.',
  },
  posted_at: {
    message: 'The time of posting is not right.',
    remedy: 'Write 22/11/2026 08:30 or 2026-11-22T08:30:00+07:00; or leave it empty.',
  },
};

export const enIntakeProblems: typeof viIntakeProblems = {
  'import:validation:file.missing': {
    message: 'No file was chosen.',
    remedy: 'Choose a CSV, TSV or NDJSON file and press “Read the file”.',
  },
  'import:validation:file.empty': {
    message: 'The file is empty.',
    remedy: 'Check that it was copied completely and choose it again.',
  },
  'import:validation:file.header_only': {
    message: 'The file names its columns and holds no posts.',
    remedy: 'Add one row for each post below the names of the columns.',
  },
  'import:validation:file.spreadsheet': {
    message: 'This is a spreadsheet’s own file (such as .xlsx), not plain text.',
    remedy: 'Open it, choose “Save as”, then “CSV UTF-8”, and choose the new file.',
  },
  'import:validation:file.binary': {
    message: 'This is not a file of plain text.',
    remedy: 'Choose a CSV, TSV or NDJSON file.',
  },
  'import:validation:file.encoding': {
    message: 'The encoding of the file cannot be told.',
    remedy: 'Open it in the program it comes from, save it as UTF-8 and choose it again.',
  },
  'import:validation:file.quotes': {
    message: 'A quotation mark is opened and not rightly closed; no row can be read.',
    remedy: 'Mend the line named below: close it, and write quotes inside a cell twice ("").',
  },
  'import:validation:file.not_lines': {
    message: 'No line is a JSON object.',
    remedy: 'NDJSON has one object for each post on one line, without [ ] around them.',
  },
  'import:validation:file.columns': {
    message: 'The file has more than 200 columns.',
    remedy: 'Keep only the columns of the posts and choose it again.',
  },
  'too_large:file.rows': {
    message: 'The file has too many rows to be imported on this page.',
    remedy: 'Split it, or have it imported where the service runs: “doichung posts import”.',
  },
  'too_large:file.size': {
    message: 'The file is too large to be imported on this page.',
    remedy:
      'Go back to “Import a file” and choose one smaller than 5 MB, or have it imported where the service runs: “doichung posts import”.',
  },
  'import:validation:mapping.text': {
    message: 'It is not known which column holds the text of the posts.',
    remedy: 'Choose it among the columns.',
  },
  'import:validation:mapping.twice': {
    message: 'One column was chosen for two parts.',
    remedy: 'Choose another column for each.',
  },
  'import:validation:mapping.author': {
    message: 'The chosen column says who wrote the post, so it is never read.',
    remedy: 'Choose another column.',
  },
  'import:validation': {
    message: 'The form of the import cannot be read.',
    remedy: 'Choose the file again and start over.',
  },
  'not_found:import': {
    message: 'There is no such import, or it is not yours.',
    remedy: 'Look at the list of imports.',
  },
};
