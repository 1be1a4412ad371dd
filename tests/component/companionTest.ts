import { test as plain } from 'vitest';
import { openCompanion } from './openCompanion';

/** A test with its own companion page, which is created even if the test doesn't use `world`. */
export const test = plain.extend(
  'world',
  { auto: true },
  // Vitest requires a destructuring pattern even if nothing is used.
  // oxlint-disable-next-line no-empty-pattern
  async ({}, { onCleanup }) => {
    const world = await openCompanion();
    onCleanup(world.close);
    return world;
  },
);
