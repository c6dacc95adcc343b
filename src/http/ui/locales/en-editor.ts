import type { viEditor, viEditorProblems } from './vi-editor.ts';

export const enEditor: typeof viEditor = {};
export const enEditorProblems: typeof viEditorProblems = {};
