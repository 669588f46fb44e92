import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';

const ROOT = process.cwd();

describe('the workflow for GitHub Pages', () => {
  interface Step {
    uses?: string;
    run?: string;
    env?: Record<string, string>;
    with?: Record<string, unknown>;
  }
  const workflow = parse(readFileSync(join(ROOT, '.github/workflows/pages.yml'), 'utf8')) as {
    on: object;
    permissions: object;
    jobs: Record<string, { needs?: string | string[]; if?: string; permissions?: object; steps: Step[] }>;
  };
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  it('runs scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const runs = steps.flatMap(({ run }) => run ?? []);
    expect(runs).toEqual(['.ci/run', 'npm ci', 'npm run build:all']);
    expect(Object.keys(scripts)).toContain('build:all');
  });

  it('publishes only what passed the tests, and nothing that is merely proposed', () => {
    const { test, build, publish } = workflow.jobs;
    expect(test?.steps.map(({ run }) => run)).toContain('.ci/run');
    expect(test?.needs).toBeUndefined();
    expect(build?.needs).toBe('test');
    expect(build?.if).toBe("github.event_name != 'pull_request' && github.ref == 'refs/heads/main'");
    expect(publish?.needs).toEqual(['test', 'build']);
    expect(publish?.if).toBeUndefined();
  });

  it('may no more than it must: two jobs read, the last publishes', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(Object.values(workflow.jobs).map((job) => job.permissions)).toEqual([
      undefined,
      { contents: 'read', pages: 'read' },
      { pages: 'write', 'id-token': 'write' },
    ]);
    expect(Object.keys(workflow.on)).toEqual(['push', 'pull_request', 'workflow_dispatch']);
  });

  it('takes only actions of GitHub’s own, each of one major version', () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used.length).toBe(7);
    expect(used.filter((name) => !/^actions\/[\w-]+@v\d+$/.test(name))).toEqual([]);
  });

  it('builds from the whole history, for the address that the pages will have', () => {
    expect(steps.find(({ uses }) => uses?.startsWith('actions/checkout@'))?.with).toMatchObject({ 'fetch-depth': 0 });
    expect(steps.find(({ run }) => run === 'npm run build:all')?.env).toEqual({
      SITE_URL: '${{ steps.pages.outputs.base_url }}',
    });
    expect(steps.find(({ uses }) => uses?.startsWith('actions/upload-pages-artifact@'))?.with).toEqual({
      path: 'dist',
    });
  });
});
