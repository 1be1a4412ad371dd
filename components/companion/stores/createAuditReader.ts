import { signal, type ReadonlySignal } from '@preact/signals';
import type { InferResponseType } from 'hono/client';
import { type Api, type ServiceClient, refusalOf } from './createServiceClient';
import { readPages, type Page } from './readPages';
import type { Refusal, ServiceResult } from './ServiceResult';

type Routes = Api['workspaces'][':workspace'];
type AuditResponse = InferResponseType<Routes['audit']['$get']>;
export type AuditEntry = AuditResponse['entries'][number];
/** One page of entries, newest first. */
export type AuditPage = Page<AuditEntry> & Omit<AuditResponse, 'entries'>;

export interface AuditFilter {
  /** The id of a person who acted or was affected. */
  readonly person?: string;
  /** The kind of event: the part of the event's name before the slash. */
  readonly event?: string;
}

/** Reads the audit log of a workspace, with filters. */
export interface AuditReader {
  readonly page: ReadonlySignal<AuditPage | null>;
  readonly filter: ReadonlySignal<AuditFilter>;
  readonly load: (client?: ServiceClient) => Promise<Refusal | null>;
  readonly more: () => Promise<Refusal | null>;
  readonly setFilter: (filter: AuditFilter) => Promise<Refusal | null>;
}

export interface AuditReaderDeps {
  readonly request: ServiceClient;
  /** Returns the workspace whose log is read. */
  readonly here: () => { readonly workspace: string };
}

export function createAuditReader({ request, here }: AuditReaderDeps): AuditReader {
  const page = signal<AuditPage | null>(null);
  const filter = signal<AuditFilter>({});

  const read = async (
    client: ServiceClient,
    after: string | undefined,
  ): Promise<ServiceResult<AuditPage>> => {
    const query = { ...filter.value, ...(after !== undefined && { after }) };
    const result = await client((api) =>
      api.workspaces[':workspace'].audit.$get({ param: here(), query }),
    );
    if (!result.ok) return result;
    const { entries: rows, ...rest } = result.value;
    return { ok: true, value: { ...rest, rows } };
  };

  const load = async (client: ServiceClient = request, more = 0) => {
    const wanted = filter.value;
    const count = (page.value?.rows.length ?? 0) + more;
    const result = await readPages((after) => read(client, after), count);
    if (filter.value === wanted) page.value = result.ok ? result.value : null;
    return refusalOf(result);
  };

  return {
    page,
    filter,
    load: (client) => load(client),
    more: () => load(request, 1),
    setFilter(next) {
      filter.value = next;
      page.value = page.value && { ...page.value, rows: [] };
      return load();
    },
  };
}
