import { Card, t } from '../../ui';
import { SectionPage } from '../SectionPage';
import css from './Help.module.css';

const questions = () => [
  { title: t('manage.help.refused.title'), words: t('manage.help.refused.words') },
  { title: t('manage.help.lost.title'), words: t('manage.help.lost.words') },
  { title: t('manage.help.phone.title'), words: t('manage.help.phone.words') },
  { title: t('manage.help.backup.title'), words: t('manage.help.backup.words') },
  { title: t('manage.help.fill.title'), words: t('manage.help.fill.words') },
  { title: t('manage.help.safe.title'), words: t('manage.help.safe.words') },
];

const keys = (): readonly (readonly [string, string])[] => [
  ['Alt+,', t('manage.help.keys.open')],
  ['Alt+0', t('popup.fill.command')],
  ['Alt+.', t('vault.lockNow')],
  ['/', t('manage.help.keys.search')],
  ['↑ ↓', t('manage.help.keys.move')],
  ['Enter', t('manage.help.keys.copy')],
  ['1 – 9', t('manage.help.keys.number')],
  ['Alt+↑ ↓', t('manage.help.keys.order')],
  ['Esc', t('manage.help.keys.close')],
];

/** Frequent questions, and the keyboard shortcuts. */
export const Help = () => (
  <SectionPage title={t('manage.help.title')}>
    <Card title={t('manage.help.questions')}>
      {questions().map(({ title, words }) => (
        <details key={title} class={css['question']}>
          <summary>{title}</summary>
          <p>{words}</p>
        </details>
      ))}
    </Card>
    <Card title={t('manage.help.first')}>
      <ul class={css['ways']}>
        <li>
          <a href="#/welcome">{t('welcome.title')}</a>
        </li>
        <li>
          <a href="/options.html" target="_blank">
            {t('welcome.demo.title')}
          </a>
        </li>
        <li>
          <a href="#/news">{t('manage.news.title')}</a>
        </li>
        <li>
          <a href="/privacy.html" target="_blank">
            {t('manage.help.privacy')}
          </a>
        </li>
      </ul>
    </Card>
    <Card title={t('manage.help.keys.title')}>
      <p>{t('manage.help.keys.change')}</p>
      <dl class={css['keys']}>
        {keys().map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd dir="ltr">{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Card>
  </SectionPage>
);
