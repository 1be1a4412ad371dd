/**
 * What opening a slot gives: its key; `wrong-key`, if the KEK is not this slot's; `damaged`, if it is, and the slot is
 * not as it was written.
 */
export type OpenedKey = Uint8Array | 'wrong-key' | 'damaged';
