import { signal, type ReadonlySignal } from '@preact/signals';
import { approveAtGoogle } from './approveAtGoogle';
import { type ServiceClient, refusalOf } from './createServiceClient';
import type { ServiceResult, Refusal, RefusalFacts } from './ServiceResult';

/** Methods by which a person can prove their identity again. */
export const proofMethods = ['password', 'code', 'backup-code', 'google'] as const;
export type ProofMethod = (typeof proofMethods)[number];

/** The fresh proof of identity for which an action waits. All waiting actions share one dialog. */
export interface ReauthStore {
  /** The accepted methods, or null while no action waits for a proof. */
  readonly asked: ReadonlySignal<readonly ProofMethod[] | null>;
  readonly prove: (method: ProofMethod, proof: string) => Promise<Refusal | null>;
  readonly cancel: () => void;
}

export interface Reauth extends ReauthStore {
  /**
   * Sends a request. If the service requires a fresh proof of identity, asks the person for a proof and then
   * sends the request again.
   */
  readonly requestWithProof: ServiceClient;
}

const methodsIn = ({ methods }: RefusalFacts): ProofMethod[] =>
  proofMethods.filter((method) => Array.isArray(methods) && methods.includes(method));

export function createReauthStore(request: ServiceClient): Reauth {
  const asked = signal<readonly ProofMethod[] | null>(null);
  let settle: ((proven: boolean) => void) | null = null;

  const finish = (proven: boolean) => {
    asked.value = null;
    settle?.(proven);
  };

  const proven = (methods: readonly ProofMethod[]): Promise<boolean> => {
    settle?.(false);
    asked.value = methods;
    return new Promise((resolve) => {
      settle = resolve;
    });
  };

  return {
    asked,
    cancel: () => finish(false),
    async prove(method, proof) {
      const refusal = refusalOf(await proofs[method](request, proof));
      if (!refusal) finish(true);
      return refusal;
    },
    async requestWithProof(call) {
      const first = await request(call);
      if (first.ok || first.refusal.code !== 'reauth_required') return first;
      return (await proven(methodsIn(first.refusal.facts))) ? request(call) : first;
    },
  };
}

type Prove = (request: ServiceClient, proof: string) => Promise<ServiceResult<unknown>>;

/**
 * The function that sends each proof to the service. The proof for Google is the id that Google's simulated page
 * confirms.
 */
const proofs: Readonly<Record<ProofMethod, Prove>> = {
  password: (request, password) =>
    request((api) => api.sudo.password.$post({ json: { password } })),
  code: (request, code) => request((api) => api.sudo.code.$post({ json: { code } })),
  'backup-code': (request, code) =>
    request((api) => api.sudo['backup-code'].$post({ json: { code } })),
  async google(request, sub) {
    const approved = await approveAtGoogle(request, sub);
    if (!approved.ok) return approved;
    return request((api) => api.sudo.google.$post({ json: { assertion: approved.value } }));
  },
};
