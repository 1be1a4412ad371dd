import css from './BackupCodes.module.css';

export interface FoundCodesProps {
  readonly codes: readonly string[];
  /** The lines of the page in which they stand. Shown where a line says more than its code. */
  readonly lines?: ReadonlyMap<string, string>;
}

/** A line that says more than this is cut off, in characters. */
const longestLine = 80;

/** What a line says beside the code; empty if that is next to nothing. */
function besides(code: string, line = ''): string {
  const others = line.replace(code, '').match(/\p{L}{3,}/gu) ?? [];
  return others.length > 1 ? line.slice(0, longestLine) : '';
}

/** Codes that were found, to be compared before they are kept. */
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
