import {
  fromBase64url,
  hmacSha256,
  sha256,
  timingSafeEqual,
  toBase64url,
  utf8,
} from '../../crypto';

/** The frame that all versions of a head share. */
export interface HeadFrame {
  readonly version: number;
  /** The body, parsed from JSON, or null if it isn't a JSON object. Not authenticated yet. */
  readonly fields: Readonly<Record<string, unknown>> | null;
  /** Whether the checksum is valid. The checksum needs no key and detects bit rot, but not tampering. */
  readonly hasValidChecksum: () => boolean;
  /** Whether the head was made with this manifest key. Compares in constant time. */
  readonly madeWith: (manifestKey: Uint8Array) => boolean;
}

const macOf = (manifestKey: Uint8Array, version: number | string, body: string) =>
  hmacSha256({ key: manifestKey, message: utf8(`T${version}.${body}`) });

const checkOf = (version: number | string, mac: string, body: string) =>
  toBase64url(sha256(utf8(`T${version}.${mac}.${body}`)));

function parse(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

/**
 * Encodes `T2.CHECK.MAC.BODY`. MAC is the HMAC-SHA256 of prefix and body under the manifest key. CHECK is the
 * SHA-256 of prefix, MAC and body. MAC and CHECK are base64url. Later versions must not change this frame.
 */
export function writeFrame(version: number, manifestKey: Uint8Array, body: string): string {
  const mac = toBase64url(macOf(manifestKey, version, body));
  return `T${version}.${checkOf(version, mac, body)}.${mac}.${body}`;
}

/** Parses a frame. Returns null if the text isn't a frame. */
export function readFrame(text: string): HeadFrame | null {
  const [, version, check, mac, body] =
    /^T([1-9]\d{0,2})\.([\w-]+)\.([\w-]+)\.(.*)$/s.exec(text) ?? [];
  if (!version || !check || !mac || !body) return null;
  return {
    version: Number(version),
    fields: parse(body),
    hasValidChecksum: () => check === checkOf(version, mac, body),
    madeWith(manifestKey) {
      const bytes = fromBase64url(mac);
      return bytes !== null && timingSafeEqual(bytes, macOf(manifestKey, version, body));
    },
  };
}
