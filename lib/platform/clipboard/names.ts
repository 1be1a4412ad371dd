/** The channel by which the background tells the offscreen document what to look for. */
export const clearChannel = 'tessera-clipboard';

/** What the browser must allow before the clipboard can be looked at and cleared. */
export const clearingPermissions = ['clipboardRead', 'clipboardWrite'] as const;
