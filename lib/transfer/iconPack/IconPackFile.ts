/** An image file of an icon pack. */
interface PackImage {
  /**
   * The name by which an entry selects the image: `pack:`, the pack's id, `:`, and the first 12 bytes of SHA-256 of
   * the file's name as base64url.
   */
  readonly icon: string;
  readonly name: string;
  readonly issuers: readonly string[];
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The content of an icon pack. The images aren't decoded yet. */
export interface IconPackFile {
  readonly uuid: string;
  readonly name: string;
  readonly version: number;
  readonly images: readonly PackImage[];
  /** The number of listed images that are missing, too large or damaged. */
  readonly left: number;
}
