/**
 * The result of opening a slot: its key; `wrong-key` if the KEK isn't that of the slot; `damaged` if it is, but the
 * slot was changed.
 */
export type OpenedKey = Uint8Array | 'wrong-key' | 'damaged';
