import { findOtpUris } from '../../otp';
import type { Format, Reading } from '../Format';
import { isBrokenJson, plainText } from '../plainText';
import { readText } from '../readText';
import { isOtpUri, readUris } from '../readUris';
import type { SourceFile } from '../SourceFile';
import { textsIn } from '../urisIn';

/** Whether the JSON is an array of texts. If all texts are URIs, each text is a row. */
const isListOfTexts = (json: unknown): json is readonly string[] =>
  Array.isArray(json) && json.every((item) => typeof item === 'string');

const isOneUri = (text: string): boolean => isOtpUri(text) && findOtpUris(text).length === 1;

function read(file: SourceFile): Reading {
  if (file.json === undefined) return withWarning(readText(plainText(file.text ?? '')), file);
  if (isListOfTexts(file.json) && file.json.every(isOneUri)) return readUris(file.json);
  return readText(textsIn(file.json).join('\n'));
}

/** Adds an unreadable row if the file is JSON that is cut off, because accounts may be missing. */
const withWarning = (reading: Reading, file: SourceFile): Reading =>
  isBrokenJson(file)
    ? {
        ...reading,
        unreadable: [...reading.unreadable, { name: '', reason: 'format/cut-off', facts: {} }],
      }
    : reading;

/**
 * URIs in any text: exports of Aegis, Ente, FreeOTP+, Stratum and others, and also notes, emails or source code.
 */
export const otpauthList = {
  app: 'otpauth:// list',
  recognize: (file) =>
    file.json === undefined
      ? findOtpUris(plainText(file.text ?? '')).length > 0
      : textsIn(file.json).some((text) => findOtpUris(text).length > 0),
  read,
} satisfies Format;
