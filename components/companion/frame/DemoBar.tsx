import { t } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { Link } from '../Link';
import css from './DemoBar.module.css';

/** Tells on every page that this is a demo, and links to the pages about the demo itself. */
export function DemoBar() {
  const { route } = useCompanion();
  const [first] = route.parts.value;
  return (
    <section class={css['bar']} aria-label={t('companion.demo.badge')}>
      <strong class={css['badge']}>{t('companion.demo.badge')}</strong>
      <p class={css['sentence']}>{t('companion.demo.sentence')}</p>
      <nav aria-label={t('companion.demo.badge')} class={css['links']}>
        <Link to="/home" current={first !== 'mailbox' && first !== 'developer'}>
          {t('companion.service')}
        </Link>
        <Link to="/mailbox" current={first === 'mailbox'}>
          {t('companion.demo.mailbox')}
        </Link>
        <Link to="/developer" current={first === 'developer'}>
          {t('companion.demo.developer')}
        </Link>
        <a href="/manage.html">{t('companion.demo.openTessera')}</a>
      </nav>
    </section>
  );
}
