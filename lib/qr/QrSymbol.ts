import type { QrCode, QrPart } from './QrCode';

/** The result of a decoder: a code, or a part of a message. */
export type QrSymbol = QrCode | QrPart;

export const isPart = (symbol: QrSymbol): symbol is QrPart => 'parity' in symbol;
