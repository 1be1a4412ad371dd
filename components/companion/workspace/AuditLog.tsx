import type { WorkspaceRef } from '../stores';
import { t } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { auditEventLabel } from './auditEventLabel';
import { TableFrame } from './TableFrame';
import css from './workspace.module.css';

/** Who did what in the workspace, newest first. */
export function AuditLog({ workspace }: { readonly workspace: WorkspaceRef }) {
  const stores = useCompanion();
  const entries = stores.workspace.audit.value;
  return (
    <div class={css['page']}>
      <p class={css['quiet']}>{t('companion.audit.intro', [workspace.name])}</p>
      <TableFrame label={t('companion.audit.title')}>
        <thead>
          <tr>
            <th scope="col">{t('companion.audit.time')}</th>
            <th scope="col">{t('companion.audit.actor')}</th>
            <th scope="col">{t('companion.audit.event')}</th>
            <th scope="col">{t('companion.audit.subject')}</th>
            <th scope="col">{t('companion.audit.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td class={css['time']}>
                {new Date(entry.at).toISOString().replace('T', ' ').slice(0, 19)}
              </td>
              <td>{entry.actor ?? t('companion.audit.system')}</td>
              <td>{auditEventLabel(entry.event)}</td>
              <td>{entry.subject ?? ''}</td>
              <td>
                {entry.outcome === 'ok' ? t('companion.audit.ok') : t('companion.audit.refused')}
              </td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
      {entries.length === 0 && <p>{t('companion.audit.empty')}</p>}
    </div>
  );
}
