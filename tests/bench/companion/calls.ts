import type { Service } from './openService';

type Call = (service: Service, run: number) => Promise<unknown>;

const below =
  (method: string, path: string): Call =>
  ({ call, workspace }) =>
    call(method, `/workspaces/${workspace}${path}`);

const person = (run: number) => `person-${String(run + 20).padStart(6, '0')}`;
const address = (run: number) => `person${String(run + 20).padStart(6, '0')}@larkfield.example`;
const words = 'entirely different words';

/** Returns a cursor in the middle of a paged list. */
async function middleOf({ call, workspace, members }: Service): Promise<string> {
  let after = '';
  for (let page = 0; page < Math.min(20, (members * 10) / 200); page++) {
    const query = after && `?after=${encodeURIComponent(after)}`;
    const answer = await call('GET', `/workspaces/${workspace}/audit${query}`);
    const { next } = answer;
    if (typeof next === 'string') after = next;
  }
  return encodeURIComponent(after);
}

const middles = new WeakMap<Service, Promise<string>>();

const enforce: Call = async ({ call, workspace }) => {
  const path = `/workspaces/${workspace}/enforcement`;
  const { version } = await call('GET', path);
  return call('PUT', path, { on: true, version });
};

/** Every call whose cost could grow with members, mails or audit entries. */
export const calls: Record<string, Call> = {
  'wrong sign-in': ({ ask }) =>
    ask('POST', '/sign-in', { email: 'olga@larkfield.example', password: 'wrong' }),
  'sign-in to an unknown address': ({ ask }, run) =>
    ask('POST', '/sign-in', { email: `nobody${run}@larkfield.example`, password: 'wrong' }),
  'sign-in': ({ ask, password }) =>
    ask('POST', '/sign-in', { email: 'theo@larkfield.example', password }),
  'sign-up': ({ ask }, run) =>
    ask('POST', '/sign-up', {
      name: 'Zoe',
      email: `zoe${run}@elsewhere.example`,
      password: words,
      confirm: words,
    }),
  'password reset asked': ({ ask }, run) => ask('POST', '/password-reset', { email: address(run) }),
  'own account': ({ call }) => call('GET', '/me'),
  'Security tab': ({ call }) => call('GET', '/security'),
  'Sessions tab': ({ call }) => call('GET', '/sessions'),
  'demo people': ({ call }) => call('GET', '/demo'),
  mailboxes: ({ call }) => call('GET', '/mailboxes'),
  'one mailbox': ({ call }, run) => call('GET', `/mailboxes/${encodeURIComponent(address(run))}`),
  'Users page': below('GET', '/members'),
  'Users page, a member found': below('GET', '/members?search=person00005'),
  'invitations page': below('GET', '/invitations'),
  'Groups page': below('GET', '/groups'),
  'Audit page': below('GET', '/audit'),
  'Audit page, in the middle': async (service) => {
    const middle = middles.get(service) ?? middleOf(service);
    middles.set(service, middle);
    return service.call('GET', `/workspaces/${service.workspace}/audit?after=${await middle}`);
  },
  'Audit page, one kind': below('GET', '/audit?event=sign-in'),
  'Audit page, one person': below('GET', '/audit?person=person-000050'),
  'enforcement page': below('GET', '/enforcement'),
  'a person invited': ({ call, workspace }, run) =>
    call('POST', `/workspaces/${workspace}/members`, { email: `yan${run}@elsewhere.example` }),
  "a member's sessions ended": ({ call, workspace }, run) =>
    call('DELETE', `/workspaces/${workspace}/members/${person(run)}/sessions`),
  'a member disabled': ({ call, workspace }, run) =>
    call('PUT', `/workspaces/${workspace}/members/${person(run)}/disabled`, { disabled: true }),
  'a member removed': ({ call, workspace }, run) =>
    call('DELETE', `/workspaces/${workspace}/members/${person(run)}`),
  'a setup begun': ({ call }) => call('POST', '/two-factor/start', { replace: true }),
  'enforcement turned on': enforce,
};
