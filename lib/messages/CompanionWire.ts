/** A request and its response as plain JSON, which passes between contexts in every browser. */
export interface WireRequest {
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface WireResponse {
  readonly status: number;
  readonly body: string;
}

/** The base address of the companion's client. It never reaches a network. */
export const companionBase = 'https://companion.invalid';

/** The channel on which the background announces changes of the companion. */
export const companionChanges = 'companion-changes';

/** Handles a request like a server. Never throws. */
export type Serve = (request: Request) => Promise<Response>;
