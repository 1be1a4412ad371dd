import type { Candidate, Findings } from '../../lib/authenticator/import';
import type { IncompleteMessage } from '../../lib/qr';

/** An image file, or the data: URL of an image. */
export type ScanSource = Blob | string;

export interface Found extends Pick<Findings, 'unreadable' | 'batches' | 'others'> {
  readonly step: 'found';
  readonly candidates: readonly Candidate[];
  /** Number of pictures that couldn't be read, if at least one could. */
  readonly unread: number;
  /** Messages that span several QR codes, at least one of which wasn't found. */
  readonly incomplete: readonly Pick<IncompleteMessage, 'missing' | 'size'>[];
  /** Whether a limit was reached, so that a picture may have more codes. */
  readonly truncated: boolean;
  /** The last scanned picture, of which the user can scan a part. Null if there is none. */
  readonly seen: ScanSource | null;
}

export type ScanState =
  | { readonly step: 'idle' }
  | { readonly step: 'looking' }
  | Found
  /** No picture has a code. `seen` is the last picture, for display. */
  | { readonly step: 'nothing'; readonly seen: ScanSource | null }
  | { readonly step: 'failed'; readonly error: unknown };
