import { after, print } from './model.mjs';

/** Returns the serialized states after change `first` and after each of the next `count` changes. */
const printsFrom = (state, first, count) => {
  const prints = [{ turn: first, text: print(state), state }];
  for (let turn = first + 1; turn <= first + count; turn++) {
    const next = after(turn, prints.at(-1).state);
    prints.push({ turn, text: print(next), state: next });
  }
  return prints;
};

/**
 * Determines the last change that the found state includes.
 * @param {{ turn: number, state: Map<string, object> }} before the state before the writing began
 * @param {number} acknowledged the last acknowledged change
 * @param {Map<string, object>} found
 * @returns {{ turn: number, lost: number, mixed: boolean, state: Map<string, object> }}
 * `mixed` is true if the found state is none of the states after a change
 */
export const judge = (before, acknowledged, found) => {
  const text = print(found);
  const reach = Math.max(0, acknowledged - before.turn) + 200;
  const match = printsFrom(before.state, before.turn, reach).findLast((one) => one.text === text);
  if (!match) return { turn: before.turn, lost: 0, mixed: true, state: found };
  const lost = Math.max(0, acknowledged - match.turn);
  return { turn: match.turn, lost, mixed: false, state: match.state };
};
