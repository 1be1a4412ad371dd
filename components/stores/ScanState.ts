import type { Candidate, Findings } from '../../lib/authenticator/import';
import type { IncompleteMessage } from '../../lib/qr';

/** A picture file, or the data: URL of one. */
export type ScanSource = Blob | string;

export interface Found extends Pick<Findings, 'unreadable' | 'batches' | 'others'> {
  readonly step: 'found';
  readonly candidates: readonly Candidate[];
  /** How many of several pictures couldn't be read at all. */
  readonly unread: number;
  /** Messages in several codes, some of which aren't on the pictures. */
  readonly incomplete: readonly Pick<IncompleteMessage, 'missing' | 'size'>[];
  /** Whether a limit was reached, so that a picture may have more codes. */
  readonly truncated: boolean;
  /** The last scanned picture, for scanning a part of it; null if there was none. */
  readonly seen: ScanSource | null;
}

export type ScanState =
  | { readonly step: 'idle' }
  | { readonly step: 'looking' }
  | Found
  /** No code on any picture. `seen` is the last one, for display. */
  | { readonly step: 'nothing'; readonly seen: ScanSource | null }
  | { readonly step: 'failed'; readonly error: unknown };
