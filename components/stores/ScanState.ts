import type { Candidate, Findings } from '../../lib/authenticator/import';
import type { IncompleteMessage } from '../../lib/qr';

/** A picture file, or the data: URL of one. */
export type ScanSource = Blob | string;

export interface Found extends Pick<Findings, 'unreadable' | 'batches' | 'others'> {
  readonly step: 'found';
  readonly candidates: readonly Candidate[];
  /** How many of several pictures could not be read at all. */
  readonly unread: number;
  /** Messages in several codes of which some were not on the pictures. */
  readonly incomplete: readonly Pick<IncompleteMessage, 'missing' | 'size'>[];
  /** Whether a limit was reached, so that a picture may hold more. */
  readonly truncated: boolean;
  /** The last picture that was looked at, for looking at a part of it; null where there was none. */
  readonly seen: ScanSource | null;
}

export type ScanState =
  | { readonly step: 'idle' }
  | { readonly step: 'looking' }
  | Found
  /** No code on any picture; `seen` is the last one, for showing what was looked at. */
  | { readonly step: 'nothing'; readonly seen: ScanSource | null }
  | { readonly step: 'failed'; readonly error: unknown };
