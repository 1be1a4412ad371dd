import type { App } from '../App';
import { demoRoutes } from './demoRoutes';
import { profileOf } from './people';
import { ensureSeeded } from './seed';

/**
 * What turns the service into a demo: demo people with passwords and mail, an adjustable clock and a simulated
 * Google.
 */
export interface Demo {
  readonly routes: typeof demoRoutes;
  readonly seed: (app: App) => Promise<void>;
}

export const demo: Demo = { routes: demoRoutes, seed: ensureSeeded };

export { profileOf };
export type { demoRoutes };
