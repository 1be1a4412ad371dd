import type { ImportNote } from './ImportedAccount';

/** Maximum number of names in a note. */
const most = 12;

/** Merges notes of the same kind: adds their counts and joins their names. */
export function joinNotes(notes: readonly ImportNote[]): ImportNote[] {
  const joined = new Map<string, ImportNote>();
  for (const note of notes) {
    const before = joined.get(note.code);
    joined.set(note.code, before ? sum(before, note) : note);
  }
  return [...joined.values()];
}

function sum(a: ImportNote, b: ImportNote): ImportNote {
  const names = [a, b].flatMap(({ facts }) => String(facts['names'] ?? '').split(', '));
  const distinct = [...new Set(names.filter((name) => name !== ''))].slice(0, most);
  const count = Number(a.facts['count'] ?? 0) + Number(b.facts['count'] ?? 0);
  return { code: a.code, facts: { ...a.facts, count, names: distinct.join(', ') } };
}
