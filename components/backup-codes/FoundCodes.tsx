import css from './BackupCodes.module.css';

export interface FoundCodesProps {
  readonly codes: readonly string[];
  /** The lines that contain the codes. Shown if a line has more than its code. */
  readonly lines?: ReadonlyMap<string, string>;
}

/** Maximum length of the shown context, in characters. */
const longestLine = 80;

/** Returns the line without the code; empty if almost nothing is left. */
function besides(code: string, line = ''): string {
  const others = line.replace(code, '').match(/\p{L}{3,}/gu) ?? [];
  return others.length > 1 ? line.slice(0, longestLine) : '';
}

/** The codes that were found, for checking before they are saved. */
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
