import { AppError } from '../errors';
import { isPasskeyCode, makerOf } from '../otp';
import { deriveWithinLimits } from './deriveWithinLimits';
import type { Format, Outcome, Reading, ReadTools } from './Format';
import { formats } from './formats';
import type { ImportNote } from './ImportedAccount';
import { isBrokenJson } from './plainText';
import { readArchive } from './readArchive';
import type { ReadResult } from './ReadResult';
import { type SourceFile, sourceFile } from './SourceFile';
import { throwIfUnsupported } from './throwIfUnsupported';
import { anyTable } from './table/anyTable';
import { isZip } from './unzip';

const largest = 64 * 1024 * 1024;

/**
 * Reads an export of any app, recognized by its content. The file's name only breaks ties, and is empty for
 * pasted text. Throws `format/unknown` if no format recognizes the file, `format/wrong-password`,
 * `format/damaged`, `format/too-new`, `format/too-large` or `format/cost-too-high`. Throws a specific error for
 * files that can't be imported at all.
 */
export async function readFile(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  given: ReadTools,
): Promise<ReadResult> {
  if (bytes.length > largest) throw new AppError('format/too-large');
  const tools = { ...given, derive: deriveWithinLimits(given.derive) };
  const file = sourceFile(name, bytes);
  if (isZip(file)) return readArchive(file, tools, readMember);
  return readMember(file, tools);
}

/** Reads a file that isn't an archive. */
async function readMember(file: SourceFile, tools: ReadTools): Promise<ReadResult> {
  throwIfUnsupported(file);
  const known: readonly Format[] = [...Object.values(formats), anyTable];
  const format = known.find((candidate) => candidate.recognize(file));
  if (!format) throw reasonOf(file);
  return resultOf(await format.read(file, tools), format, file);
}

/** Returns why no format recognizes a file. */
function reasonOf(file: SourceFile): AppError {
  const app = makerOf(file.text ?? '');
  if (app !== null) return new AppError('scan/other-app', { app });
  if (isPasskeyCode(file.text ?? '')) return new AppError('scan/passkey');
  return new AppError(isBrokenJson(file) ? 'format/cut-off' : 'format/unknown');
}

function resultOf(outcome: Outcome, format: Format, file: SourceFile): ReadResult {
  const { app } = format;
  if (outcome === null) {
    const isGuess = format.isGuess?.(file) ?? false;
    return { kind: 'needs-password', app, isGuess, takesKeyFile: format.takesKeyFile ?? false };
  }
  if ('table' in outcome) return { kind: 'needs-columns', app, ...outcome };
  return { kind: 'read', app, ...withEncoding(outcome, file) };
}

function withEncoding(reading: Reading, { guessedEncoding }: SourceFile): Reading {
  if (guessedEncoding === null) return reading;
  const note: ImportNote = { code: 'guessed-encoding', facts: { encoding: guessedEncoding } };
  return { ...reading, notes: [note, ...(reading.notes ?? [])] };
}
