// Builds the server (one file) and the web app into build/. With --if-stale: only when a source has changed since.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stampFile = path.join(root, 'build/stamp');

const stamp = sourceStamp();
const isFresh = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
if (process.argv.includes('--if-stale') && isFresh) process.exit(0);

if (process.argv.includes('--if-stale')) process.stderr.write('\n  Building Crealia, once for these sources…\n');
run('scripts/generate.mjs');
run('node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--logLevel', 'error');
const { build } = await import('esbuild');
await build({
  entryPoints: [path.join(root, 'server/main.ts')],
  outfile: path.join(root, 'build/server/main.js'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
});
writeFileSync(stampFile, stamp);

function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [path.join(root, script), ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** One hash over everything that goes into the build. */
function sourceStamp() {
  const hash = createHash('sha256').update(process.version);
  for (const source of [
    'package-lock.json',
    'vite.config.ts',
    'docs/backtest.json',
    'prisma',
    'public',
    'scripts',
    'server',
    'web',
  ])
    addToHash(hash, path.join(root, source));
  return hash.digest('hex');
}

function addToHash(hash, place) {
  if (/generated(\.ts)?$|\.test\.tsx?$/.test(place)) return;
  const entries = listFolder(place);
  if (!entries) return void hash.update(place.slice(root.length)).update(readFileSync(place));
  for (const entry of entries.sort()) addToHash(hash, path.join(place, entry));
}

function listFolder(place) {
  try {
    return readdirSync(place);
  } catch {
    return null;
  }
}
