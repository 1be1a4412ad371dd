import { expect } from '@playwright/test';

/** The most clicks that each job may take, from a page without Tessera to its result. Keys aren't clicks. */
const targets = {
  'install → first code, demo service': 8,
  'install → first code, any site': 4,
  'add by QR code': 4,
  'add by key': 4,
  'copy a code': 3,
  'find among 100': 2,
  'import from Google Authenticator': 6,
  'back up': 3,
  'restore on a new computer': 5,
} as const;

type Job = keyof typeof targets;

const measured = new Map<Job, number>();

/** Fails if a job took more clicks than its target. */
export function expectFewClicks(job: Job, clicks: number): void {
  measured.set(job, clicks);
  expect(clicks, `clicks: ${job}`).toBeLessThanOrEqual(targets[job]);
}

/** Returns the table of all jobs as text, and the jobs that weren't measured. */
export function clickTable(): { table: string; missing: readonly Job[] } {
  const jobs = Object.keys(targets) as Job[];
  const widest = Math.max(...jobs.map((job) => job.length));
  const line = (job: string, target: unknown, count: unknown) =>
    `${job.padEnd(widest)}  ${String(target).padStart(6)}  ${String(count).padStart(8)}`;
  return {
    table: [
      line('clicks for each job', 'target', 'measured'),
      ...jobs.map((job) => line(job, targets[job], measured.get(job) ?? '–')),
    ].join('\n'),
    missing: jobs.filter((job) => !measured.has(job)),
  };
}
