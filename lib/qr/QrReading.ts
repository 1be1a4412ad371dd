import type { QrCode, QrPart } from './QrCode';

/** What was read from one picture. */
export interface QrReading {
  /** Whole messages, each text once. */
  readonly codes: readonly QrCode[];
  /** Parts of messages of which others are missing. A part alone must never be taken for a code. */
  readonly parts: readonly QrPart[];
  /** Whether a limit on codes or animation frames was reached, so that there may be more. */
  readonly truncated: boolean;
}
