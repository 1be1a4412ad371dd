import { test as plain } from 'vitest';
import { openCompanion } from './companionWorld';

/** A test over a companion page of its own, which is there whether or not the test asks for its `world`. */
export const test = plain.extend(
  'world',
  { auto: true },
  // Vitest wants a destructuring pattern even where nothing is used.
  // oxlint-disable-next-line no-empty-pattern
  async ({}, { onCleanup }) => {
    const world = await openCompanion();
    onCleanup(world.close);
    return world;
  },
);
