import type { ImportNote } from './ImportedAccount';

/** How many names a note lists. */
const most = 12;

/** Makes one note of several of a kind: counts are added, names listed. */
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
