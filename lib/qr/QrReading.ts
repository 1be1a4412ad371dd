import type { QrCode, QrPart } from './QrCode';

/** The result of reading one picture. */
export interface QrReading {
  /** Complete messages. Each text occurs once. */
  readonly codes: readonly QrCode[];
  /** Parts of messages that are incomplete. A part alone must never be used as a code. */
  readonly parts: readonly QrPart[];
  /** Whether there may be more codes, because a limit on codes or animation frames was reached. */
  readonly truncated: boolean;
}
