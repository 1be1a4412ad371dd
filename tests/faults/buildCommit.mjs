import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from '../support/processes.mjs';

/**
 * Builds a commit in a temporary worktree, with the packages of its own lock file.
 * @returns the folder of the build
 */
export const buildCommit = (commit, kind) => {
  const tree = mkdtempSync(join(tmpdir(), 'tessera-commit-'));
  const run = (program, ...args) =>
    execFileSync(program, args, {
      cwd: tree,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
      },
    });
  execFileSync('git', ['worktree', 'add', '--detach', '--force', tree, commit], {
    cwd: root,
    stdio: 'ignore',
  });
  try {
    run('npm', 'install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--silent');
    run('node', 'node_modules/wxt/bin/wxt.mjs', 'build', '-b', kind);
    const kept = mkdtempSync(join(tmpdir(), 'tessera-before-'));
    cpSync(join(tree, '.output', `${kind}-mv3`), kept, { recursive: true });
    return kept;
  } finally {
    execFileSync('git', ['worktree', 'remove', '--force', tree], { cwd: root });
  }
};
