/** A place on the picture, in its pixels from the top left. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One QR code that was read; its checksum held. */
export interface QrCode {
  readonly text: string;
  /** The bytes that the code holds, before they were taken for text. */
  readonly bytes: Uint8Array;
  /** Top left, top right, bottom right and bottom left as the code sees itself. */
  readonly corners: readonly [Point, Point, Point, Point];
}
