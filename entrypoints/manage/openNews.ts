import { signal } from '@preact/signals';
import { t } from '../../components/ui';
import { markNewsRead, readUnreadVersion } from '../../lib/authenticator/state';

/** Returns the label of the badge for unread news, and a function that marks the news as read. */
export const openNews = () => {
  const mark = signal<string | null>(null);
  const look = async () => {
    if ((await readUnreadVersion()) !== null) mark.value = t('manage.news.title');
  };
  void look();
  const read = async () => {
    mark.value = null;
    await markNewsRead();
  };
  return { mark, read };
};
