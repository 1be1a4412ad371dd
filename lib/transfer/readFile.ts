import { AppError } from '../errors';
import { deriveWithinLimits } from './deriveWithinLimits';
import type { Format, Reading, ReadTools } from './Format';
import { formats } from './formats';
import { throwIfUnsupported } from './throwIfUnsupported';
import { type SourceFile, sourceFile } from './SourceFile';
import { isZip, unzip } from './unzip';

/** What became of a file: its accounts, or that it needs a password, with the app that wrote it. */
export type ReadResult =
  | ({ readonly kind: 'read'; readonly app: string } & Reading)
  | { readonly kind: 'needs-password'; readonly app: string };

const largest = 64 * 1024 * 1024;

/**
 * Reads an export of any app, recognized by what is in it; the name (empty for pasted text) only breaks
 * ties. Throws `format/unknown` where nothing is recognized, `format/wrong-password`, `format/damaged`,
 * `format/too-new`, `format/too-large`, `format/cost-too-high`, and why for what can't be read at all.
 */
export async function readFile(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  given: ReadTools,
): Promise<ReadResult> {
  if (bytes.length > largest) throw new AppError('format/too-large');
  const tools = { ...given, derive: deriveWithinLimits(given.derive) };
  const file = sourceFile(name, bytes);
  throwIfUnsupported(file);
  if (isZip(file)) return readArchive(file, tools);
  const format = recognize(file);
  if (!format) throw new AppError('format/unknown');
  const reading = await format.read(file, tools);
  return reading
    ? { kind: 'read', app: format.app, ...reading }
    : { kind: 'needs-password', app: format.app };
}

const recognize = (file: SourceFile): Format | undefined =>
  Object.values(formats).find((format) => format.recognize(file));

/** The files of an archive that some format recognizes. A page for printing repeats what is beside it. */
function known(files: readonly SourceFile[]) {
  const all = files.flatMap((file) => {
    const format = recognize(file);
    return format ? [{ file, format }] : [];
  });
  const better = all.filter(({ format }) => format !== formats.html);
  return better.length > 0 ? better : all;
}

/** Every account of an archive's files, as one. */
async function readArchive(archive: SourceFile, tools: ReadTools): Promise<ReadResult> {
  const files = await unzip(archive, tools);
  if (!files) return { kind: 'needs-password', app: 'ZIP' };
  const readings: Reading[] = [];
  const apps = new Set<string>();
  for (const { file, format } of known(files)) {
    const reading = await format.read(file, tools);
    if (!reading) return { kind: 'needs-password', app: format.app };
    readings.push(reading);
    apps.add(format.app);
  }
  if (apps.size === 0) throw new AppError('format/unknown');
  return {
    kind: 'read',
    app: [...apps].join(', '),
    accounts: readings.flatMap((reading) => reading.accounts),
    unreadable: readings.flatMap((reading) => reading.unreadable),
    batches: readings.flatMap((reading) => reading.batches ?? []),
  };
}
