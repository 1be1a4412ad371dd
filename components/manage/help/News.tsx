import { useEffect } from 'preact/hooks';
import { Card, t } from '../../ui';
import { SectionPage } from '../SectionPage';
import css from './Help.module.css';

export interface NewsProps {
  /** The version of the extension. */
  readonly version: string;
  /** Called when the page is shown. */
  readonly onRead: () => void;
}

const points = () => [
  t('manage.news.points.sync'),
  t('manage.news.points.fill'),
  t('manage.news.points.codes'),
  t('manage.news.points.keys', ['Alt+,', 'Alt+0', 'Alt+.']),
  t('manage.news.points.languages'),
];

/** Lists what is new in the latest major or minor version. */
export function News({ version, onRead }: NewsProps) {
  useEffect(onRead, []);
  return (
    <SectionPage title={t('manage.news.title')}>
      <Card>
        <p>{t('manage.news.updated', [version])}</p>
        <ul class={css['points']}>
          {points().map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </Card>
    </SectionPage>
  );
}
