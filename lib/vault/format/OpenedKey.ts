/**
 * The result of opening a slot. It is the key, `wrong-key` if the KEK doesn't belong to the slot, or `damaged` if
 * the slot was changed.
 */
export type OpenedKey = Uint8Array | 'wrong-key' | 'damaged';
