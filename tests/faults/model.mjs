/**
 * The sequence of changes that the harness makes, and the expected state after each change. The writing page and
 * the checking harness share it. A state maps `pair/half` to its note and whether it is in the trash. One change
 * always writes both halves of a pair, so that a partial change is visible.
 */

const kinds = ['add', 'add', 'note', 'remove', 'purge', 'note'];

/** Returns the pairs that aren't in the trash, the oldest first. */
const live = (state) =>
  [
    ...new Set([...state].filter(([, { trashed }]) => !trashed).map(([key]) => key.split('/')[0])),
  ].toSorted((a, b) => Number(a) - Number(b));

const trashed = (state) => [...state].filter(([, one]) => one.trashed).map(([key]) => key);

const halves = (pair) => [`${pair}/a`, `${pair}/b`];

/**
 * Returns the effect of change number `turn` (from 1) on a state.
 * @returns {{ kind: string, keys: string[], note: string }}
 */
export const changeAt = (turn, state) => {
  const kind = kinds[turn % kinds.length];
  const pairs = live(state);
  const note = `turn ${turn} ${'.'.repeat((turn * 37) % 500)}`;
  if (kind === 'note' && pairs.length > 0) return { kind, keys: [`${pairs.at(-1)}/a`], note };
  if (kind === 'remove' && pairs.length > 8) return { kind, keys: halves(pairs[0]), note };
  if (kind === 'purge' && trashed(state).length > 0) return { kind, keys: trashed(state), note };
  return { kind: 'add', keys: halves(turn), note };
};

/** Returns the state after change number `turn`. */
export const after = (turn, state) => {
  const { kind, keys, note } = changeAt(turn, state);
  const next = new Map(state);
  for (const key of keys) {
    if (kind === 'purge') next.delete(key);
    else if (kind === 'remove') next.set(key, { ...next.get(key), trashed: true });
    else next.set(key, { note, trashed: false });
  }
  return next;
};

/**
 * Returns the place (0 or 1) of the passphrase after change number `turn`, if the passphrase changes before every
 * `rotateEvery`th change. 0 means never.
 */
export const passphraseAfter = (turn, rotateEvery) =>
  rotateEvery === 0 ? 0 : Math.floor(turn / rotateEvery) % 2;

/** Serializes a state for comparison. */
export const print = (state) => JSON.stringify([...state].toSorted(([a], [b]) => (a < b ? -1 : 1)));
