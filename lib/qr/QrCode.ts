/** A position in pixels from the top left of the picture. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One decoded QR code, whose error correction succeeded. */
export interface QrCode {
  readonly text: string;
  /** The payload in bytes, before decoding to text. */
  readonly bytes: Uint8Array;
  /** Top left, top right, bottom right and bottom left, in the orientation of the code. */
  readonly corners: readonly [Point, Point, Point, Point];
}

/** One of several QR codes that carry a single message (structured append, ISO/IEC 18004, clause 8). */
export interface QrPart extends QrCode {
  /** Position in the message, from 0. */
  readonly index: number;
  /** The number of parts, 2 to 16. */
  readonly size: number;
  /** The XOR of all bytes of the message, the same in every part. */
  readonly parity: string;
}
