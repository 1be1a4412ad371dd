import { useSignal } from '@preact/signals';
import type { BackupSettings } from '../../../lib/vault';
import type { SecurityView } from '../../stores/createSecurityStore';
import {
  Banner,
  Button,
  Card,
  dateTime,
  InlineFacts,
  Select,
  t,
  useAction,
  useToast,
} from '../../ui';
import { CountField } from './CountField';
import { OwnPassphraseDialog } from './OwnPassphraseDialog';
import { RestoreDialog } from './RestoreDialog';
import css from './Security.module.css';
import { useSecurity } from './SecurityContext';
import { useHashPath } from '../useHashPath';
import { goTo } from '../goTo';

/** Explanations of automatic backups, by destination. */
const hints = {
  off: () => '',
  downloads: () => t('security.backups.downloadsHint'),
  folder: () => t('security.backups.folderHint'),
} satisfies Record<BackupSettings['target'], () => string>;

const counts = ['everyChanges', 'everyDays', 'keep'] as const;

/** Creates manual backups, configures automatic backups, and restores backups. */
export function BackupsCard({ view }: { readonly view: SecurityView }) {
  const store = useSecurity();
  const toast = useToast();
  const action = useAction();
  const open = useSignal<'own' | 'restore' | null>(null);
  const close = () => (open.value = null);
  const { status, backups, folder } = view;
  // A backup without its own passphrase opens with the vault's passphrase.
  const sealed = view.slots.some(({ type }) => type === 'passphrase');
  const target = sealed ? backups.target : 'off';
  const savedAs = useSignal<string | null>(null);
  const report = (name: string) => {
    savedAs.value = name;
    toast({ text: t('security.backups.made') });
  };
  const backUp = () => action.run(async () => report(await store.backUp()));

  useHashPath('#/security/back-up', () => {
    goTo('#/security');
    if (sealed) void backUp();
    else open.value = 'own';
  });

  const choose = (chosen: BackupSettings['target']) =>
    chosen === 'folder'
      ? action.run(() => store.chooseFolder())
      : action.run(() => store.setBackups({ target: chosen }));

  const targets = [
    { value: 'off' as const, label: t('security.backups.off') },
    { value: 'downloads' as const, label: t('security.backups.downloads') },
    ...(store.canChooseFolder
      ? [{ value: 'folder' as const, label: t('security.backups.folder', [folder?.name ?? '…']) }]
      : []),
  ];

  return (
    <Card
      title={t('security.backups.title')}
      hint={sealed ? t('security.backups.hint') : t('security.backups.ownHint')}
    >
      {status.changesSince > 0 && (
        <Banner tone="warning">
          {status.newestAt === null
            ? t('security.backups.never')
            : t('security.backups.unsaved', [dateTime(status.newestAt)])}
        </Banner>
      )}
      {action.failure && <Banner tone="danger">{action.failure}</Banner>}
      <div class={css['buttons']}>
        <Button icon="download" busy={action.busy} disabled={!sealed} onClick={() => void backUp()}>
          {t('security.backups.now')}
        </Button>
        <Button onClick={() => (open.value = 'own')}>{t('security.backups.own')}</Button>
        <Button icon="upload" onClick={() => (open.value = 'restore')}>
          {t('security.backups.restore')}
        </Button>
      </div>
      {savedAs.value !== null && (
        <p class={css['saved']}>
          <InlineFacts
            of={[t('security.backups.made'), savedAs.value, t('security.backups.downloads')]}
          />
        </p>
      )}
      <Select
        label={t('security.backups.automatic')}
        hint={
          sealed
            ? `${t('security.backups.automaticHint')} ${hints[target]()}`
            : t('security.backups.needsPassphrase')
        }
        value={target}
        options={targets}
        disabled={!sealed}
        onChange={(chosen) => void choose(chosen)}
      />
      {target === 'folder' && folder?.allowed === false && (
        <Banner
          tone="warning"
          actions={
            <Button onClick={() => void action.run(() => store.allowFolder())}>
              {t('security.backups.allow')}
            </Button>
          }
        >
          {t('security.backups.notAllowed', [folder.name])}
        </Banner>
      )}
      {target === 'folder' && (
        <div>
          <Button variant="quiet" flush onClick={() => void choose('folder')}>
            {t('security.backups.chooseFolder')}
          </Button>
        </div>
      )}
      {target !== 'off' &&
        counts
          .filter((name) => name !== 'keep' || target === 'folder')
          .map((name) => (
            <CountField
              key={name}
              label={t(`security.backups.${name}`)}
              value={backups[name]}
              save={(count) => store.setBackups({ [name]: count })}
            />
          ))}
      {open.value === 'own' && (
        <OwnPassphraseDialog
          onClose={close}
          onDone={(name) => {
            close();
            report(name);
          }}
        />
      )}
      {open.value === 'restore' && <RestoreDialog onClose={close} />}
    </Card>
  );
}
