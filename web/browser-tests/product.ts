import { jest } from '@jest/globals';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { projectRoot } from '../../server/project-root';
import { freePort, startServerProcess, type ServerProcess } from '../../server/testing/server-process';
import { openVisit, type Visit, type VisitOptions } from './visit';

const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const startWithinMs = 60_000;
const testWithinMs = 90_000;

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The built product with a database of its own, and a browser to visit it with. */
export interface Product {
  server: ServerProcess;
  /** A fresh profile: no cookie, no cache. Closed after the test, which fails if the visit met any trouble. */
  visit(options?: VisitOptions): Promise<Visit>;
}

function whatIsMissing(): string | null {
  if (!existsSync(chromiumPath)) {
    return `there is no browser at ${chromiumPath}: apt-get install chromium, or set CHROMIUM_PATH`;
  }
  return existsSync(path.join(projectRoot, 'build/server/main.js')) ? null : 'there is no build: npm run build';
}

/**
 * A describe block against the built product in real Chromium, one server for the block. Without a browser or a build the block
 * is skipped and says how to get one; in CI that is a failure.
 * @param env settings of the server, or how to make them just before it starts
 */
export function describeInBrowser(
  title: string,
  body: (product: Product) => void,
  env: () => Promise<Record<string, string>> = () => Promise.resolve({}),
): void {
  const missing = whatIsMissing();
  if (missing !== null && !process.env.CI) {
    process.stderr.write(`Browser tests skipped, ${missing}\n`);
    describe.skip(title, () => body(unavailable));
    return;
  }
  describe(title, () => {
    let running: { server: ServerProcess; browser: Browser; folder: string } | null = null;
    let visits: Visit[] = [];
    const started = () => {
      if (running === null) throw new Error('The product runs only during the tests.');
      return running;
    };

    beforeAll(async () => {
      if (missing !== null) throw new Error(`The browser tests cannot run, ${missing}`);
      const folder = await mkdtemp(path.join(tmpdir(), 'crealia-browser-'));
      const browser = await chromium.launch({ executablePath: chromiumPath, args: flags });
      try {
        const server = await startServerProcess({
          databaseFile: path.join(folder, 'crealia.db'),
          port: await freePort(),
          sandboxPort: await freePort(),
          env: await env(),
        });
        running = { server, browser, folder };
      } finally {
        if (running === null) await browser.close();
      }
    }, startWithinMs);

    afterEach(async () => {
      const ended = visits;
      visits = [];
      const troubles = ended.flatMap(({ troubles }) => troubles());
      for (const { context } of ended) await context.close();
      if (troubles.length > 0) throw new Error([...troubles, `The server wrote: ${started().server.output()}`].join('\n'));
    });

    afterAll(async () => {
      if (running === null) return;
      const { server, browser, folder } = running;
      await browser.close();
      await server.kill();
      await rm(folder, { recursive: true, force: true });
    });

    jest.setTimeout(testWithinMs);
    body({
      get server() {
        return started().server;
      },
      async visit(options = {}) {
        const { server, browser } = started();
        const visit = await openVisit(browser, server, options);
        visits.push(visit);
        return visit;
      },
    });
  });
}

const unavailable: Product = {
  get server(): never {
    throw new Error('There is no server: these tests are skipped.');
  },
  visit: () => Promise.reject(new Error('There is no browser: these tests are skipped.')),
};
