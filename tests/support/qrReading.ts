import type { QrCode, QrReading } from '../../lib/qr';

/** Returns a decoded code at an arbitrary position. */
export const qrCode = (text: string): QrCode => ({
  text,
  bytes: new TextEncoder().encode(text),
  corners: [
    { x: 10, y: 10 },
    { x: 60, y: 10 },
    { x: 60, y: 60 },
    { x: 10, y: 60 },
  ],
});

/** Returns a reading with these codes. */
export const qrReading = (
  texts: readonly string[] = [],
  more: Partial<QrReading> = {},
): QrReading => ({ codes: texts.map(qrCode), parts: [], truncated: false, ...more });
