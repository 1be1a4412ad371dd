import css from './BackupCodes.module.css';

export interface FoundCodesProps {
  readonly codes: readonly string[];
  /** The line of text in which each code was found, by code. A line is shown if it has words besides the code. */
  readonly lines?: ReadonlyMap<string, string>;
}

/** Maximum length of the shown line, in characters. */
const longestLine = 80;

/**
 * Returns the line of a code, cut to `longestLine`. Returns an empty text if the line has fewer than two words
 * besides the code.
 */
function besides(code: string, line = ''): string {
  const others = line.replace(code, '').match(/\p{L}{3,}/gu) ?? [];
  return others.length > 1 ? line.slice(0, longestLine) : '';
}

/** Lists the codes that were found, so that the user can check them before they are saved. */
export const FoundCodes = ({ codes, lines }: FoundCodesProps) => (
  <ul
    class={css['found']}
    style={{ '--longest': `${Math.max(...codes.map((code) => code.length))}ch` }}
  >
    {codes.map((code) => {
      const line = besides(code, lines?.get(code));
      return (
        <li key={code}>
          <bdi dir="ltr">{code}</bdi>
          {line && <small class={css['line']}>{line}</small>}
        </li>
      );
    })}
  </ul>
);
