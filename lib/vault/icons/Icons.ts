/** A picture of an icon pack. */
export interface PackIcon {
  /** The name by which entries select this picture. Equal on all devices with this pack. */
  readonly icon: string;
  readonly name: string;
  /** The issuers whose accounts get this picture by default. */
  readonly issuers: readonly string[];
}

/** An installed icon pack, without its pictures. */
export interface IconPack {
  readonly uuid: string;
  readonly name: string;
  readonly version: number;
  readonly icons: readonly PackIcon[];
}

/**
 * The pictures of accounts. They stay encrypted on this device and are in no backup, export or sync. An entry only
 * has a picture's name. Every method throws `vault/locked` while the vault is locked, and `icons/unavailable` if
 * the browser doesn't let this page store pictures.
 */
export interface Icons {
  /** Returns the pictures with these names. Names without a picture on this device are missing. */
  read(names: readonly string[]): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>>;
  /**
   * Stores a picture of the user's own and returns its name. Throws `icons/not-a-picture` for anything but PNG and
   * WebP, `icons/picture-too-large`, or `icons/full`.
   */
  addOwn(picture: Uint8Array): Promise<string>;
  /** Erases the user's own pictures that no account uses, the trash included. */
  prune(): Promise<void>;
  /** Returns the installed packs by name. */
  packs(): Promise<readonly IconPack[]>;
  /**
   * Installs a pack, or replaces the version that is installed. `pictures` holds the picture of each icon. Throws
   * like `addOwn`.
   */
  addPack(pack: IconPack, pictures: ReadonlyMap<string, Uint8Array>): Promise<void>;
  /** Erases a pack and its pictures. Entries keep their picture's name. */
  removePack(uuid: string): Promise<void>;
}
