/** The files that were pasted or dropped. The reader says of each that is not an image what to do with it. */
export const filesIn = (data: DataTransfer | null): readonly File[] => [...(data?.files ?? [])];

const isLink = (line: string): boolean =>
  /^((web\+|ext\+|apple-)?otpauth(-migration)?|motp|steam):/i.test(line);

/** The links that set up accounts among what was pasted or dropped, one a line. */
export const linksIn = (data: DataTransfer | null): readonly string[] =>
  (data?.getData('text/plain') ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(isLink);
