const neighbors =
  /\b(\w+)\??:\s*Uint8Array(?:<[^>]*>)?(?:\s*\|\s*\w+)*\s*,\s*(\w+)\??:\s*Uint8Array\b/g;

/**
 * Finds neighboring parameters that are both byte arrays: swapped at a call, they would still compile. Keys, nonces
 * and texts travel as one named object. Operands whose order means nothing are called `a` and `b`.
 */
export const swappableBytes = (source: string): string[] =>
  [...source.matchAll(neighbors)]
    .filter(([, first, second]) => first !== 'a' || second !== 'b')
    .map(([text]) => text.replaceAll(/\s+/g, ' '));
