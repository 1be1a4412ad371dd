const isLink = (line: string): boolean =>
  /^((web\+|ext\+|apple-)?otpauth(-migration)?|motp|steam):/i.test(line);

/** Returns the links that set up accounts, one per line. */
const linksIn = (data: DataTransfer): readonly string[] =>
  data
    .getData('text/plain')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(isLink);

export interface TransferHandlers {
  /** Called with the files. The reader reports files that aren't images. */
  readonly onImages: (files: readonly File[]) => void;
  /** Called with the links if there are no files. If it is absent, the browser handles text. */
  readonly onLinks?: ((links: readonly string[]) => void) | undefined;
}

/**
 * Takes pasted or dropped files, or links that set up accounts. Returns false for any other data, which the browser
 * then handles.
 */
export function takeTransfer(
  data: DataTransfer | null,
  { onImages, onLinks }: TransferHandlers,
): boolean {
  if (!data) return false;
  const files = [...data.files];
  const links = onLinks ? linksIn(data) : [];
  if (files.length > 0) onImages(files);
  else if (links.length > 0) onLinks?.(links);
  return files.length + links.length > 0;
}
