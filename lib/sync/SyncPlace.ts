/** A WebDAV folder, as the user types it. */
export interface WebdavPlace {
  readonly kind: 'webdav';
  /** The folder's address, such as `https://cloud.example.com/remote.php/dav/files/ada/Tessera/`. */
  readonly address: string;
  readonly user: string;
  /** An app password, if the server offers app passwords. */
  readonly password: string;
}

/** The storage of the browser's account, which syncs between browsers of one vendor. Only for small vaults. */
export interface BrowserPlace {
  readonly kind: 'browser';
}

/**
 * A folder on this machine that other software syncs. The browser keeps its handle, so each device chooses its own
 * folder.
 */
export interface FolderPlace {
  readonly kind: 'folder';
  readonly name: string;
}

/** The store that holds the files of the sync set. */
export type SyncPlace = WebdavPlace | BrowserPlace | FolderPlace;
