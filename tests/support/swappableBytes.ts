const neighbors =
  /\b(\w+)\??:\s*Uint8Array(?:<[^>]*>)?(?:\s*\|\s*\w+)*\s*,\s*(\w+)\??:\s*Uint8Array\b/g;

/**
 * Returns neighboring parameters that are both byte arrays, because a call that swaps them would still compile.
 * Keys, nonces and texts belong in one object with named fields. Parameters whose order doesn't matter are called
 * `a` and `b`, and are allowed.
 */
export const swappableBytes = (source: string): string[] =>
  [...source.matchAll(neighbors)]
    .filter(([, first, second]) => first !== 'a' || second !== 'b')
    .map(([text]) => text.replaceAll(/\s+/g, ' '));
