/** Matches the beginning of a list item: a bullet, a check box or a number. */
const marker =
  /^(?:[-*•·▪◦○●☐☑✓✔□▢–—>]+\s+|\[[ xX✓]?\]\s*|(?:(?:code|#|no\.?|nr\.?)\s*)?\(?#?\d{1,2}(?:[.):](?:\s+|$)|\s*[|\t]\s*))/i;

/** Matches the end of a list item that says whether the code was used. */
const status =
  /\s*[([{]?(?:unused|not used|used|active|available|valid|unbenutzt|used on .*)[)\]}]?$/i;

const quotes = /^["'`“”‘’«»]+|["'`“”‘’«».,;]+$/g;

/** Matches the space before the number of a second column, as in `1234 5678   2. 2345 6789`. */
const nextNumber = /\s+(?=\(?\d{1,2}[.)]\s)/;

const strip = (cell: string): string => {
  let text = cell.trim();
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(marker, '').replace(status, '').replace(quotes, '').trim();
  }
  return text;
};

/** Splits a line into columns, list items and table cells. Removes their numbers, bullets and quotation marks. */
export const cellsOf = (line: string): readonly string[] =>
  line
    .split(/\t|\s{2,}|[|,;]|<br\s*\/?>/i)
    .flatMap((part) => part.split(nextNumber))
    .map((part) => strip(part.replace(/^[[\]{}()]+|[[\]{}]+$/g, '')))
    .filter((part) => part !== '');
