/**
 * What Tessera can't do in Safari, with the API that Safari lacks. A Safari build prints the list, and the store
 * notes contain it.
 * @type {readonly { feature: string, api: string }[]}
 */
export const missingInSafari = [
  { feature: 'Locking when the computer locks', api: 'idle' },
  { feature: 'Clearing a copied code from the clipboard', api: 'clipboardRead' },
  { feature: 'The accounts beside a page', api: 'sidePanel' },
  { feature: "An administrator's settings and rules", api: 'storage.managed' },
  { feature: "Sync through the browser's account", api: 'storage.sync' },
  { feature: 'Backups and sync in a folder', api: 'showDirectoryPicker' },
  { feature: 'Opening otpauth links of other pages', api: 'protocol_handlers' },
  { feature: 'Menu items in Safari on iOS and iPadOS', api: 'contextMenus' },
];
