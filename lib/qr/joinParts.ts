import type { QrCode, QrPart } from './QrCode';
import { textOf } from './textOf';

/** A message that spans several QR codes, at least one of which wasn't read. */
export interface IncompleteMessage {
  readonly parts: readonly QrPart[];
  readonly size: number;
  /** Positions of the missing parts, from 1. */
  readonly missing: readonly number[];
}

const isSameMessage = (a: QrPart, b: QrPart) => a.size === b.size && a.parity === b.parity;
const isSamePart = (a: QrPart, b: QrPart) =>
  isSameMessage(a, b) && a.index === b.index && a.text === b.text;

/**
 * Joins the parts of structured append messages. Parts that contradict each other go into separate groups,
 * because two messages may have the same parity.
 */
export function joinParts(parts: readonly QrPart[]): {
  readonly codes: readonly QrCode[];
  readonly incomplete: readonly IncompleteMessage[];
} {
  const groups: QrPart[][] = [];
  for (const [i, part] of parts.entries()) {
    if (parts.slice(0, i).some((other) => isSamePart(part, other))) continue;
    const group = groups.find(
      (others) =>
        others.every((other) => isSameMessage(part, other)) &&
        others.every(({ index }) => index !== part.index),
    );
    if (group) group.push(part);
    else groups.push([part]);
  }
  const sorted = groups.map((group) => group.toSorted((a, b) => a.index - b.index));
  const codes = sorted.flatMap((group) => (isComplete(group) ? [joined(group)] : []));
  const incomplete = sorted.flatMap((group) => (isComplete(group) ? [] : [missingFrom(group)]));
  return { codes, incomplete };
}

const isComplete = (group: readonly QrPart[]) => group.length === group[0]?.size;

function joined(group: readonly QrPart[]): QrCode {
  const bytes = Uint8Array.from(group.flatMap((part) => [...part.bytes]));
  const text = textOf(bytes, group.map((part) => part.text).join(''));
  const [first] = group;
  if (!first) throw new RangeError('A message has at least one part');
  return { text, bytes, corners: first.corners };
}

function missingFrom(parts: readonly QrPart[]): IncompleteMessage {
  const size = parts[0]?.size ?? 0;
  const have = new Set(parts.map(({ index }) => index));
  const missing = Array.from({ length: size }, (_, i) => i + 1).filter((i) => !have.has(i - 1));
  return { parts, size, missing };
}
