import { Icon, type IconName, t } from '../../ui';
import { Logo } from '../../vault';
import { SetAsideCard } from '../way-out';
import { PinHint } from './PinHint';
import css from './Welcome.module.css';

interface Door {
  readonly href: string;
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  /** Whether the option leads to another page. */
  readonly apart?: boolean;
}

const doors = (): readonly Door[] => [
  {
    href: '#/create',
    icon: 'shield',
    title: t('welcome.create.title'),
    text: t('welcome.create.text'),
  },
  {
    href: '#/restore',
    icon: 'upload',
    title: t('welcome.backup.title'),
    text: t('welcome.backup.text'),
  },
  {
    href: '#/join',
    icon: 'refresh',
    title: t('sync.door.title'),
    text: t('sync.door.text'),
  },
  {
    href: '/options.html',
    icon: 'globe',
    title: t('welcome.demo.title'),
    text: t('welcome.demo.text'),
    apart: true,
  },
];

/** The first page after installation: what Tessera does, and four ways to continue. */
export const Welcome = () => (
  <main class={css['welcome']}>
    <header class={css['header']}>
      <Logo size={56} />
      <h1>{t('welcome.title')}</h1>
      <p>{t('welcome.text')}</p>
    </header>
    <ul class={css['doors']}>
      {doors().map(({ href, icon, title, text, apart }) => (
        <li key={href}>
          <a class={css['door']} href={href} target={apart ? '_blank' : undefined}>
            <span class={css['mark']}>
              <Icon name={icon} size={24} />
            </span>
            <strong>{title}</strong>
            <span class={css['text']}>{text}</span>
          </a>
        </li>
      ))}
    </ul>
    <SetAsideCard />
    <PinHint />
  </main>
);
