import { describe, expect, test } from 'vitest';
import { joinParts, mergeReadings, type QrPart, textsOf } from '../../../lib/qr';
import { qrCode, qrReading } from '../../support/qrReading';

const part = (text: string, index: number, size = 2, parity = '7'): QrPart => ({
  ...qrCode(text),
  index,
  size,
  parity,
});

describe('parts of a split message', () => {
  test('are joined in order, whatever order they were read in', () => {
    const { codes, incomplete } = joinParts([part('c', 2, 3), part('a', 0, 3), part('b', 1, 3)]);
    expect(codes.map(({ text }) => text)).toEqual(['abc']);
    expect(incomplete).toEqual([]);
  });

  test('are joined as bytes, because a character may be split between them', () => {
    const bytes = new TextEncoder().encode('Bücher');
    const split = (from: number, to: number, index: number): QrPart => ({
      ...part('garbled', index),
      bytes: bytes.slice(from, to),
    });
    const { codes } = joinParts([split(0, 2, 0), split(2, bytes.length, 1)]);
    expect(codes.map(({ text }) => text)).toEqual(['Bücher']);
  });

  test('give no code while a part is missing', () => {
    const { codes, incomplete } = joinParts([part('c', 2, 3), part('a', 0, 3)]);
    expect(codes).toEqual([]);
    expect(incomplete).toMatchObject([{ size: 3, missing: [2] }]);
  });

  test('count once if they are read twice', () => {
    expect(joinParts([part('a', 0), part('a', 0)]).incomplete).toMatchObject([{ missing: [2] }]);
  });

  test('are assigned to their message by its size and parity', () => {
    const parts = [part('a', 0), part('x', 0, 2, '9'), part('b', 1), part('y', 1, 2, '9')];
    expect(joinParts(parts).codes.map(({ text }) => text)).toEqual(['ab', 'xy']);
  });

  test("don't form a message if they contradict each other", () => {
    const { codes, incomplete } = joinParts([part('a', 0), part('x', 0)]);
    expect(codes).toEqual([]);
    expect(incomplete).toHaveLength(2);
  });

  test('are joined across pictures', () => {
    const reading = mergeReadings([
      qrReading(['one'], { parts: [part('a', 0)] }),
      qrReading(['one'], { parts: [part('b', 1)], truncated: true }),
    ]);
    expect(reading.codes.map(({ text }) => text)).toEqual(['one', 'ab']);
    expect(reading).toMatchObject({ parts: [], truncated: true });
  });
});

describe('the texts of a reading', () => {
  test("are the texts of the reading's codes", () => {
    expect(textsOf(qrReading(['a', 'b']))).toEqual(['a', 'b']);
  });

  test('are an error if a part of a message is missing', () => {
    expect(() => textsOf(qrReading(['a'], { parts: [part('a', 0)] }))).toThrow('scan/missing-part');
  });

  test('are an error if the picture may contain more codes', () => {
    expect(() => textsOf(qrReading(['a'], { truncated: true }))).toThrow('scan/too-many-codes');
  });
});
