/** The pictures among what was pasted or dropped. */
export const picturesIn = (data: DataTransfer | null): readonly File[] =>
  [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));

const isLink = (line: string): boolean =>
  /^((web\+|ext\+|apple-)?otpauth(-migration)?|motp|steam):/i.test(line);

/** The links that set up accounts among what was pasted or dropped, one a line. */
export const linksIn = (data: DataTransfer | null): readonly string[] =>
  (data?.getData('text/plain') ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(isLink);
