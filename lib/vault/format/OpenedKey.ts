/**
 * The result of opening a slot: the key; `wrong-key` if the KEK doesn't belong to the slot; `damaged` if it does,
 * but the slot was changed.
 */
export type OpenedKey = Uint8Array | 'wrong-key' | 'damaged';
