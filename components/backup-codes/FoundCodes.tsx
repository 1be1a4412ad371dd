import css from './BackupCodes.module.css';

/** Codes that were found, to be compared before they are kept. */
export const FoundCodes = ({ codes }: { readonly codes: readonly string[] }) => (
  <ul
    class={css['found']}
    style={{ '--longest': `${Math.max(...codes.map((code) => code.length))}ch` }}
  >
    {codes.map((code) => (
      <li key={code} dir="ltr">
        {code}
      </li>
    ))}
  </ul>
);
