/** The channel on which the background sends the fingerprint to the offscreen document. */
export const clearChannel = 'tessera-clipboard';

/** The permissions for reading and clearing the clipboard. */
export const clearingPermissions = ['clipboardRead', 'clipboardWrite'] as const;
