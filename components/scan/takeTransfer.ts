const isLink = (line: string): boolean =>
  /^((web\+|ext\+|apple-)?otpauth(-migration)?|motp|steam):/i.test(line);

/** What was pasted or dropped. It stays readable after the event, unlike the browser's own object. */
export interface Transferred {
  /** All files. The reader reports files that aren't images. */
  readonly files: readonly File[];
  /** The links that set up accounts, one per line. */
  readonly links: readonly string[];
}

/** Returns the files and links that are pasted or dropped, or null for any other data. */
export function transferredIn(data: DataTransfer | null): Transferred | null {
  const files = [...(data?.files ?? [])];
  const lines = (data?.getData('text/plain') ?? '').split(/\r?\n/);
  const links = lines.map((line) => line.trim()).filter(isLink);
  return files.length + links.length > 0 ? { files, links } : null;
}

export interface TransferHandlers {
  readonly onImages: (files: readonly File[]) => void;
  /** Called with the links if there are no files. If it is absent, the browser handles text. */
  readonly onLinks?: ((links: readonly string[]) => void) | undefined;
}

/** Takes files or links. Returns false if there is nothing to take, so that the browser handles the data. */
export function takeTransfer(
  transferred: Transferred | null,
  { onImages, onLinks }: TransferHandlers,
): boolean {
  const { files, links } = transferred ?? { files: [], links: [] };
  if (files.length > 0) onImages(files);
  else if (links.length > 0 && onLinks) onLinks(links);
  else return false;
  return true;
}
