import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SessionView } from '../stores';
import { Button, Card, Dialog, dateTime, t, useToast, useAction } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { FormProblem } from '../FormProblem';
import { refusalMessage } from '../refusalMessage';
import css from './Sessions.module.css';

/** Lists the person's sessions, with buttons to end them. */
export function Sessions() {
  const { sessions } = useCompanion();
  const say = useToast();
  const asking = useSignal(false);
  const end = useAction(sessions.end);
  const endOthers = useAction(sessions.endOthers);
  useEffect(() => void sessions.load(), []);
  const list = sessions.list.value;
  const others = list.filter(({ current }) => !current);
  const refusal = end.failure ?? endOthers.failure;
  return (
    <div class={css['sessions']}>
      <p class={css['intro']}>{t('companion.sessions.intro')}</p>
      {refusal && <FormProblem text={refusalMessage(refusal)} />}
      <Card title={t('companion.sessions.current')}>
        <ul>
          {list
            .filter(({ current }) => current)
            .map((session) => (
              <SessionLine key={session.id} session={session} />
            ))}
        </ul>
      </Card>
      <Card
        title={t('companion.sessions.others')}
        actions={
          others.length > 0 && (
            <Button onClick={() => (asking.value = true)}>
              {t('companion.sessions.endOthers')}
            </Button>
          )
        }
      >
        {others.length === 0 ? (
          <p class={css['intro']}>{t('companion.sessions.none')}</p>
        ) : (
          <ul>
            {others.map((session) => (
              <SessionLine
                key={session.id}
                session={session}
                onEnd={() =>
                  void end
                    .run(session.id)
                    .then((done) => done && say({ text: t('companion.sessions.ended') }))
                }
              />
            ))}
          </ul>
        )}
      </Card>
      {asking.value && (
        <Dialog
          title={t('companion.sessions.endOthersTitle')}
          onClose={() => (asking.value = false)}
          actions={
            <>
              <Button onClick={() => (asking.value = false)}>{t('companion.cancel')}</Button>
              <Button
                variant="danger"
                onClick={() => {
                  asking.value = false;
                  void endOthers
                    .run()
                    .then((done) => done && say({ text: t('companion.sessions.endedOthers') }));
                }}
              >
                {t('companion.sessions.endOthers')}
              </Button>
            </>
          }
        >
          <p>{t('companion.sessions.endOthersText')}</p>
        </Dialog>
      )}
    </div>
  );
}

interface SessionLineProps {
  readonly session: SessionView;
  readonly onEnd?: () => void;
}

const SessionLine = ({ session, onEnd }: SessionLineProps) => (
  <li class={css['session']}>
    <div>
      <strong>{session.device}</strong>
      <p class={css['intro']}>
        {t('companion.sessions.signedIn', [dateTime(session.createdAt)])}
        {' · '}
        {session.current
          ? t('companion.sessions.now')
          : t('companion.sessions.lastSeen', [dateTime(session.lastSeenAt)])}
      </p>
    </div>
    {onEnd && (
      <Button onClick={onEnd} aria-label={t('companion.sessions.endNamed', [session.device])}>
        {t('companion.sessions.end')}
      </Button>
    )}
  </li>
);
