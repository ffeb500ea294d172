import path from 'node:path';
import 'dotenv/config';
import { createLogger } from '../logger';
import { projectRoot } from '../project-root';
import { defaultSandboxPort, sandboxClientKey, sandboxClientSecret } from './defaults';
import { createSandbox } from './sandbox';

/** `npm run sandbox`: the stand-in for TikTok alone, on fixed addresses, for any client. */
async function main(): Promise<void> {
  const port = Number(process.env.SANDBOX_PORT || defaultSandboxPort);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error('SANDBOX_PORT must be a port number from 0 to 65535.');
  const stateFile = path.join(projectRoot, 'data/sandbox.json');
  const sandbox = await createSandbox({
    stateFile,
    clientKey: sandboxClientKey,
    clientSecret: sandboxClientSecret,
    port,
    logger: createLogger(process.env.LOG_LEVEL || 'info'),
  });
  process.stdout.write(
    [
      'The sandbox stands in for TikTok. Its accounts and figures are made up.',
      `  TIKTOK_AUTHORIZE_URL=${sandbox.authorizeUrl}`,
      `  TIKTOK_API_URL=${sandbox.apiUrl}`,
      `  TIKTOK_OEMBED_URL=${sandbox.oembedUrl}`,
      `  TIKTOK_CLIENT_KEY=${sandboxClientKey}`,
      `  TIKTOK_CLIENT_SECRET=${sandboxClientSecret}`,
      `  state: ${sandbox.url}/_sandbox/state, kept in ${path.relative(process.cwd(), stateFile) || stateFile}`,
      '',
    ].join('\n'),
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
