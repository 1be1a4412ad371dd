import type { App } from '../App';
import { demoRoutes } from './demoRoutes';
import { profileOf } from './people';
import { ensureSeeded } from './seed';

/** Turns a service into a demo: demo people, their passwords and mail, an adjustable clock, a simulated Google. */
export interface Demo {
  readonly routes: typeof demoRoutes;
  readonly seed: (app: App) => Promise<void>;
}

export const demo: Demo = { routes: demoRoutes, seed: ensureSeeded };

export { profileOf };
export type { demoRoutes };
