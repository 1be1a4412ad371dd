import type { AuditEntry, WorkspaceRef } from '../stores';
import { Banner, number, Select, t } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { auditEventLabel } from './auditEventLabel';
import { DataTable, type Column } from './DataTable';
import { MoreButton } from '../MoreButton';
import css from './workspace.module.css';

const day = 24 * 60 * 60 * 1_000;

/** Kinds of events to filter by, each with the translation key of its label. */
const kinds = {
  address: 'address',
  enforcement: 'enforcement',
  group: 'group',
  member: 'member',
  password: 'password',
  'password-reset': 'password_reset',
  profile: 'profile',
  session: 'session',
  'sign-in': 'sign_in',
  'sign-up': 'sign_up',
  sudo: 'sudo',
  'two-factor': 'two_factor',
} as const;

/** Returns the time of an entry in UTC, to the second. */
const utc = (time: number): string => new Date(time).toISOString().replace('T', ' ').slice(0, 19);

/** Lists who did what in the workspace, newest first. The list can be filtered by person and kind of event. */
export function AuditLog({ workspace }: { readonly workspace: WorkspaceRef }) {
  const { workspace: store } = useCompanion();
  const { audit } = store;
  const page = audit.page.value;
  const filter = audit.filter.value;
  const isFiltered = filter.person !== undefined || filter.event !== undefined;
  if (!page) return null;
  const columns: readonly Column<AuditEntry>[] = [
    {
      id: 'time',
      label: t('companion.audit.time'),
      cell: ({ at }) => <span class={css['time']}>{utc(at)}</span>,
    },
    {
      id: 'actor',
      label: t('companion.audit.actor'),
      cell: ({ actor }) => actor ?? t('companion.audit.system'),
    },
    {
      id: 'event',
      label: t('companion.audit.event'),
      cell: ({ event }) => auditEventLabel(event),
    },
    { id: 'subject', label: t('companion.audit.subject'), cell: ({ subject }) => subject ?? '' },
    {
      id: 'outcome',
      label: t('companion.audit.outcome'),
      cell: ({ outcome }) =>
        outcome === 'ok' ? t('companion.audit.ok') : t('companion.audit.refused'),
    },
  ];
  return (
    <div class={css['page']}>
      <p class={css['quiet']}>
        {t('companion.audit.intro', [workspace.name])}{' '}
        {t('companion.audit.kept', [number(Math.round(page.kept / day))])}
      </p>
      {!page.personal && <Banner tone="info">{t('companion.audit.notPersonal')}</Banner>}
      <div class={css['filters']}>
        <Select
          label={t('companion.audit.person')}
          value={filter.person ?? ''}
          options={[
            { value: '', label: t('companion.audit.everyone') },
            ...(store.members.value?.rows ?? []).map(({ id, name }) => ({
              value: id,
              label: name,
            })),
          ]}
          onChange={(person) => void audit.setFilter(filterOf(person, filter.event ?? ''))}
        />
        <Select
          label={t('companion.audit.kind')}
          value={filter.event ?? ''}
          options={[
            { value: '', label: t('companion.audit.allKinds') },
            ...Object.entries(kinds).map(([value, key]) => ({
              value,
              label: t(`companion.audit.kinds.${key}`),
            })),
          ]}
          onChange={(event) => void audit.setFilter(filterOf(filter.person ?? '', event))}
        />
      </div>
      {page.rows.length === 0 ? (
        <p>{isFiltered ? t('companion.audit.noMatch') : t('companion.audit.empty')}</p>
      ) : (
        <DataTable
          label={t('companion.audit.title')}
          columns={columns}
          rows={page.rows}
          rowKey={({ id }) => id}
        />
      )}
      <MoreButton next={page.next} load={audit.more} />
    </div>
  );
}

const filterOf = (person: string, event: string) => ({
  ...(person !== '' && { person }),
  ...(event !== '' && { event }),
});
