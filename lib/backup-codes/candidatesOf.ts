import { candidate, type Candidate } from './Candidate';
import { cellsOf } from './cellsOf';
import { codeLines } from './codeLines';

/** Matches lines whose digits aren't codes, such as telephone numbers, amounts, times and addresses. */
const otherNumbers =
  /\b(?:tel|phone|call|fax|mobile|telefon|anruf|order|invoice|copyright|version|build|ip)\b|[+(]\d|[$€£¥%]|https?:|www\.|@\w|\d:\d\d|\d\/\d/i;

/** Matches words that introduce codes. */
const introduction = /code|key|backup|recovery|schlüssel|notfall|secours|respaldo|token/i;

/**
 * Matches a possible code between words: two groups of 4 digits, groups joined by hyphens, or at least 6 letters
 * and digits.
 */
const inline =
  /(?<![\w+.@/#%=&?-])(?:\d{4} \d{4}(?! ?\d)|[a-z\d]{3,}(?:-[a-z\d]{3,})+|[a-z\d]{6,})(?![\w@/%=&?-])/gi;

function inWords(line: string): readonly Candidate[] {
  const found = [...line.matchAll(inline)]
    .map(([text]) => candidate(text, { alone: false, line }))
    .filter((one) => one !== null)
    .filter(({ text }) => /\d/.test(text));
  const words = line.replace(inline, ' ').match(/\p{L}{2,}/gu)?.length ?? 0;
  return introduction.test(line) || found.length * 2 >= words ? found : [];
}

/** Splits a cell that contains several long codes with single spaces between them. Other cells stay whole. */
const apart = (cell: string): readonly string[] => {
  const parts = cell.split(' ');
  return parts.length > 1 && parts.every((part) => part.length > 6) ? parts : [cell];
};

/** Returns every part of a text that looks like a backup code. */
export function candidatesOf(text: string): readonly Candidate[] {
  return codeLines(text).flatMap((line) => {
    const misleading = otherNumbers.test(line);
    const cells = cellsOf(line).flatMap(apart);
    const alone = cells.map((cell) => candidate(cell, { alone: true, line }));
    const found = alone.every((one) => one === null)
      ? inWords(line)
      : cells.flatMap((cell, at) => alone[at] ?? inWords(cell));
    return misleading
      ? found.filter(({ text: one }) => /[a-z]/i.test(one) && !line.includes('/'))
      : found;
  });
}
