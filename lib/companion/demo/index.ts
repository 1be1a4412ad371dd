import type { App } from '../App';
import { demoRoutes } from './demoRoutes';
import { profileOf } from './people';
import { ensureSeeded } from './seed';

/** What makes a service a demo: people to sign in as, their passwords and mail, a clock to move, a pretend Google. */
export interface Demo {
  readonly routes: typeof demoRoutes;
  readonly seed: (app: App) => Promise<void>;
}

export const demo: Demo = { routes: demoRoutes, seed: ensureSeeded };

export { profileOf };
export type { demoRoutes };
