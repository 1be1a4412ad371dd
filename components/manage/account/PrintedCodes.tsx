import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Entry } from '../../../lib/vault';
import { dateTime, t } from '../../ui';
import css from './PrintedCodes.module.css';

/** The printed sheet: the unused backup codes, their account, and the date of printing. */
const Sheet = ({ entry }: { readonly entry: Entry }) => (
  <>
    <h1>{t('manage.backup.title')}</h1>
    {entry.issuer && (
      <p class={css['name']}>
        <bdi>{entry.issuer}</bdi>
      </p>
    )}
    {entry.account && (
      <p class={css['name']}>
        <bdi>{entry.account}</bdi>
      </p>
    )}
    <ul class={css['codes']}>
      {entry.backupCodes
        .filter(({ usedAt }) => usedAt === null)
        .map(({ code }) => (
          <li key={code} dir="ltr">
            {code}
          </li>
        ))}
    </ul>
    <p>{t('manage.backup.printed', [dateTime(Date.now())])}</p>
  </>
);

/**
 * Makes the browser print a sheet of backup codes instead of the page, as long as this component is mounted. The
 * sheet is outside the page, so that the page can use `display: none`. Content that is only invisible would print
 * as blank pages.
 */
export function PrintedCodes({ entry }: { readonly entry: Entry }) {
  useEffect(() => {
    const paper = document.createElement('div');
    paper.className = css['paper'] ?? '';
    const draw = () => {
      render(<Sheet entry={entry} />, paper);
      document.body.append(paper);
    };
    const clear = () => {
      render(null, paper);
      paper.remove();
    };
    window.addEventListener('beforeprint', draw);
    window.addEventListener('afterprint', clear);
    return () => {
      window.removeEventListener('beforeprint', draw);
      window.removeEventListener('afterprint', clear);
      clear();
    };
  }, [entry]);
  return null;
}
