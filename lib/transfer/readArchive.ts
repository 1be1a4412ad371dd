import { AppError } from '../errors';
import { formatOtpUri } from '../otp';
import type { Reading, ReadTools } from './Format';
import { html } from './formats/html';
import { qrPicture } from './formats/qrPicture';
import type { ImportedAccount, ImportNote } from './ImportedAccount';
import { joinNotes } from './joinNotes';
import type { ReadResult } from './ReadResult';
import type { SourceFile } from './SourceFile';
import { splitBy } from './splitBy';
import { isZip, unzip } from './unzip';

type ReadMember = (file: SourceFile, tools: ReadTools) => Promise<ReadResult>;

/** Maximum depth of nested archives: an archive in an archive is opened, a third level isn't. */
const deepest = 2;
/** A member with one of these errors is skipped as unrelated. Other errors are reported. */
const skipped = new Set([
  'format/unknown',
  'scan/nothing-found',
  'scan/bad-image',
  'format/other-file',
]);

interface MemberReading extends Reading {
  readonly app: string;
  readonly name: string;
}

interface Contents {
  readonly readings: readonly MemberReading[];
  readonly left: readonly string[];
  /** Tables with unknown columns. */
  readonly tables: readonly SourceFile[];
  readonly failures: readonly { readonly name: string; readonly error: AppError }[];
}
const empty: Contents = { readings: [], left: [], tables: [], failures: [] };

/**
 * Reads every account of an archive's members as one list, whatever the members' names. Ignores printable pages
 * if other members were read, and accounts of images that another member also has.
 */
export async function readArchive(
  archive: SourceFile,
  tools: ReadTools,
  readMember: ReadMember,
): Promise<ReadResult> {
  const contents = await read(archive, tools, { readMember, depth: 1 });
  if ('kind' in contents) return contents;
  const { readings, left, tables, failures } = withoutRepeats(contents);
  if (readings.length + tables.length === 0)
    throw failures[0]?.error ?? new AppError('format/unknown');
  const note: ImportNote = {
    code: 'members-skipped',
    facts: { count: left.length, names: left.slice(0, 5).join(', ') },
  };
  const unreadable = failures.map(({ name, error }) => ({
    name,
    reason: error.code,
    facts: error.facts,
  }));
  return {
    kind: 'read',
    app: [...new Set(readings.map(({ app }) => app))].join(', '),
    accounts: readings.flatMap((reading) => reading.accounts),
    unreadable: [...readings.flatMap((reading) => reading.unreadable), ...unreadable],
    batches: readings.flatMap((reading) => reading.batches ?? []),
    ...(tables.length > 0 && { members: tables.map(({ name, bytes }) => ({ name, bytes })) }),
    notes: joinNotes([
      ...readings.flatMap((reading) => reading.notes ?? []),
      ...(left.length > 0 ? [note] : []),
    ]),
  };
}

async function read(
  archive: SourceFile,
  tools: ReadTools,
  { readMember, depth }: { readMember: ReadMember; depth: number },
): Promise<Contents | ReadResult> {
  const unpacked = await unzip(archive, tools);
  if (!unpacked) return { kind: 'needs-password', app: 'ZIP', isGuess: false, takesKeyFile: false };
  let contents: Contents = { ...empty, left: unpacked.left };
  for (const file of unpacked.files) {
    const result = await resultOf(file, tools, { readMember, depth });
    if ('kind' in result) return result;
    contents = joined(contents, result);
  }
  return contents;
}

async function resultOf(
  file: SourceFile,
  tools: ReadTools,
  { readMember, depth }: { readMember: ReadMember; depth: number },
): Promise<Contents | ReadResult> {
  try {
    if (isZip(file) && depth >= deepest) return { ...empty, left: [file.name] };
    if (isZip(file)) return await read(file, tools, { readMember, depth: depth + 1 });
    const result = await readMember(file, tools);
    if (result.kind === 'needs-columns') return { ...empty, tables: [file] };
    // Many files look like ciphertext without a header. In an archive, such a file is skipped, and the user isn't
    // asked for a password.
    if (result.kind === 'needs-password' && result.isGuess) return { ...empty, left: [file.name] };
    return result.kind === 'read'
      ? { ...empty, readings: [{ ...result, name: file.name }] }
      : result;
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'format/wrong-password') throw error;
    return skipped.has(error.code)
      ? { ...empty, left: [file.name] }
      : { ...empty, failures: [{ name: file.name, error }] };
  }
}

/**
 * Skips printable pages if other members were read, and accounts of images that are already in another member.
 */
function withoutRepeats(contents: Contents): Contents {
  const [pages, others] = splitBy(contents.readings, ({ app }) => app === html.app);
  const [pictures, files] = splitBy(others, ({ app }) => app === qrPicture.app);
  const seen = new Set(files.flatMap(({ accounts }) => accounts.map(formatOtpUri)));
  const isNew = (account: ImportedAccount): boolean => {
    const uri = formatOtpUri(account);
    const wasSeen = seen.has(uri);
    seen.add(uri);
    return !wasSeen;
  };
  const added = pictures.map((picture) =>
    Object.assign({}, picture, { accounts: picture.accounts.filter(isNew) }),
  );
  if (pages.length === 0 || others.length === 0)
    return { ...contents, readings: [...pages, ...files, ...added] };
  const left = [...contents.left, ...pages.map(({ name }) => name)];
  return { ...contents, readings: [...files, ...added], left };
}

const joined = (a: Contents, b: Contents): Contents => ({
  readings: [...a.readings, ...b.readings],
  left: [...a.left, ...b.left],
  tables: [...a.tables, ...b.tables],
  failures: [...a.failures, ...b.failures],
});
