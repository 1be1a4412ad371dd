/** Returns the pasted or dropped files. The reader reports files that aren't images. */
export const filesIn = (data: DataTransfer | null): readonly File[] => [...(data?.files ?? [])];

const isLink = (line: string): boolean =>
  /^((web\+|ext\+|apple-)?otpauth(-migration)?|motp|steam):/i.test(line);

/** Returns the pasted or dropped links that set up accounts, one per line. */
export const linksIn = (data: DataTransfer | null): readonly string[] =>
  (data?.getData('text/plain') ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(isLink);
