import { endings, type Ending } from './endings';

/** What can go wrong on the way to a service and back, in the words of the document. */
export const faults = {
  'rate-limited': '429: too many calls',
  'server-error': '500 from the service',
  'bad-gateway': '502 with a page of HTML',
  hang: 'no answer at all',
  reset: 'connection reset in the middle of the answer',
  truncated: 'JSON that ends half-way',
  'wrong-types': 'every value of the wrong type',
  'one-odd-entry': 'one entry of a list of the wrong types',
  'missing-fields': 'everything missing but ids',
  'unknown-fields': 'fields that nobody knows, `__proto__` among them',
  'ten-megabytes': 'a body of 10 MB',
  'slow-drip': 'one byte a second',
  'token-expired': 'token (or code, or signed address) run out',
  'token-revoked': 'authorization taken back at TikTok',
  'refresh-refused': 'token run out, and the refresh refused',
  'unknown-host': 'the host’s name cannot be found',
} as const;
export type Fault = keyof typeof faults;

export const operations = {
  exchange: 'Exchange the code (connecting)',
  profileAtConnect: 'Read the profile (connecting)',
  profile: 'Read the profile (sync)',
  list: 'List the videos (sync)',
  query: 'Read videos by id (sync)',
  oembed: 'Look up a sound (oEmbed)',
  cover: 'Fetch a cover',
  avatar: 'Fetch the profile picture',
  refresh: 'Refresh the tokens',
  revoke: 'Revoke the authorization (disconnecting)',
  model: 'Ask the language model (generating)',
} as const;
export type Operation = keyof typeof operations;

/** An ending, or why there is no such case. */
export type Cell = Ending | { none: string };

const noList: Cell = { none: 'The answer holds no list.' };
const noToken: Cell = { none: 'It is asked without a token.' };
const noRefresh: Cell = { none: 'Nothing is refreshed while connecting.' };
const noForm: Cell = { none: 'A picture has no fields.' };
const ownRight: Cell = { none: 'A picture’s address carries its own right to be fetched.' };

const connecting: Record<Fault, Cell> = {
  'rate-limited': 'connectLater',
  'server-error': 'connectLater',
  'bad-gateway': 'connectLater',
  hang: 'connectLater',
  reset: 'connectLater',
  truncated: 'connectLater',
  'wrong-types': 'connectLater',
  'one-odd-entry': noList,
  'missing-fields': 'connectLater',
  'unknown-fields': 'connected',
  'ten-megabytes': 'connectLater',
  'slow-drip': 'connectLater',
  'token-expired': 'codeRejected',
  'token-revoked': 'codeRejected',
  'refresh-refused': noRefresh,
  'unknown-host': 'connectLater',
};

const reading: Record<Fault, Cell> = {
  'rate-limited': 'waitsLimited',
  'server-error': 'waitsUnavailable',
  'bad-gateway': 'waitsUnavailable',
  hang: 'waitsUnavailable',
  reset: 'waitsUnavailable',
  truncated: 'waitsUnreadable',
  'wrong-types': 'waitsUnreadable',
  'one-odd-entry': noList,
  'missing-fields': 'profileKept',
  'unknown-fields': 'synced',
  'ten-megabytes': 'waitsUnreadable',
  'slow-drip': 'waitsUnavailable',
  'token-expired': 'synced',
  'token-revoked': 'revoked',
  'refresh-refused': 'revoked',
  'unknown-host': 'waitsUnavailable',
};

const picture: Record<Fault, Cell> = {
  'rate-limited': 'noPicture',
  'server-error': 'noPicture',
  'bad-gateway': 'noPicture',
  hang: 'noPicture',
  reset: 'noPicture',
  truncated: noForm,
  'wrong-types': 'noPicture',
  'one-odd-entry': noForm,
  'missing-fields': noForm,
  'unknown-fields': noForm,
  'ten-megabytes': 'noPicture',
  'slow-drip': 'noPicture',
  'token-expired': 'pictureRenewed',
  'token-revoked': ownRight,
  'refresh-refused': ownRight,
  'unknown-host': 'noPicture',
};

/** What is promised for each fault of each operation. */
export const table: Record<Operation, Record<Fault, Cell>> = {
  exchange: connecting,
  profileAtConnect: { ...connecting, 'missing-fields': 'connected' },
  profile: reading,
  list: { ...reading, 'one-odd-entry': 'readById', 'missing-fields': 'readById' },
  query: { ...reading, 'one-odd-entry': 'partlyRead', 'missing-fields': 'partlyRead' },
  oembed: {
    'rate-limited': 'soundLater',
    'server-error': 'soundLater',
    'bad-gateway': 'soundLater',
    hang: 'soundLater',
    reset: 'soundLater',
    truncated: 'soundLater',
    'wrong-types': 'soundLater',
    'one-odd-entry': noList,
    'missing-fields': 'soundLater',
    'unknown-fields': 'soundFound',
    'ten-megabytes': 'soundLater',
    'slow-drip': 'soundLater',
    'token-expired': noToken,
    'token-revoked': noToken,
    'refresh-refused': noToken,
    'unknown-host': 'soundLater',
  },
  cover: picture,
  avatar: picture,
  refresh: {
    ...reading,
    reset: 'pairLostUnavailable',
    truncated: 'pairLostUnreadable',
    'wrong-types': 'pairLostUnreadable',
    'missing-fields': 'pairLost',
    'ten-megabytes': 'pairLostUnreadable',
    'slow-drip': 'pairLostUnavailable',
    'token-expired': 'ranOut',
  },
  revoke: {
    'rate-limited': 'revokedLater',
    'server-error': 'revokedLater',
    'bad-gateway': 'revokedLater',
    hang: 'revokedLater',
    reset: 'revokedLater',
    truncated: 'revokedLater',
    'wrong-types': 'revokedNow',
    'one-odd-entry': noList,
    'missing-fields': 'revokedNow',
    'unknown-fields': 'revokedNow',
    'ten-megabytes': 'revokedLater',
    // Its answer is two bytes long: even so it arrives in time.
    'slow-drip': 'revokedNow',
    'token-expired': 'revokedNow',
    'token-revoked': 'revokedNow',
    'refresh-refused': 'revokedNow',
    'unknown-host': 'revokedLater',
  },
  model: {
    'rate-limited': 'fellBackUnavailable',
    'server-error': 'fellBackUnavailable',
    'bad-gateway': 'fellBackUnavailable',
    hang: 'fellBackTimeout',
    reset: 'fellBackUnavailable',
    truncated: 'fellBackUnparsable',
    'wrong-types': 'fellBackUnparsable',
    'one-odd-entry': { none: 'Entries of its answer are judged one by one (decision 0013); nothing of it is a fault.' },
    'missing-fields': 'fellBackUnparsable',
    'unknown-fields': 'worded',
    'ten-megabytes': 'fellBackUnparsable',
    'slow-drip': 'fellBackTimeout',
    'token-expired': 'fellBackRejected',
    'token-revoked': 'fellBackRejected',
    'refresh-refused': { none: 'A key is not refreshed.' },
    'unknown-host': 'fellBackUnavailable',
  },
};

export const faultNames = Object.keys(faults) as Fault[];
export const operationNames = Object.keys(operations) as Operation[];

export function cellOf(operation: Operation, fault: Fault): Cell {
  return table[operation][fault];
}

/** Faults that an operation can meet, each with its ending. */
export function casesOf(operation: Operation): { fault: Fault; ending: Ending }[] {
  return faultNames.flatMap((fault) => {
    const cell = cellOf(operation, fault);
    return typeof cell === 'string' ? [{ fault, ending: cell }] : [];
  });
}

export function countCells(): { tried: number; without: number } {
  const tried = operationNames.reduce((sum, operation) => sum + casesOf(operation).length, 0);
  return { tried, without: operationNames.length * faultNames.length - tried };
}

/** The document: what is promised, operation by operation. */
export function renderDocument(): string {
  const { tried, without } = countCells();
  const parts = operationNames.map((operation) => {
    const rows = faultNames.map((fault) => {
      const cell = cellOf(operation, fault);
      if (typeof cell !== 'string') return `| ${faults[fault]} | – ${cell.none} | – | – |`;
      const { sees, stored, retried } = endings[cell];
      return `| ${faults[fault]} | ${sees} | ${stored} | ${retried} |`;
    });
    return [
      `## ${operations[operation]}`,
      '',
      '| fault | what the person sees | what is stored | when it is tried again |',
      '| --- | --- | --- | --- |',
      ...rows,
    ].join('\n');
  });
  return `${introduction(tried, without)}\n\n${parts.join('\n\n')}\n`;
}

const introduction = (tried: number, without: number): string => `# What happens when TikTok or the language model fails

Made by \`server/faults/faults.test.ts\`, which tries each line against the whole server and fails when this file says something else;
\`WRITE_FAULTS=1\` writes it anew. ${operationNames.length} operations, ${faultNames.length} faults: ${tried} cases tried, ${without} that cannot be, each with its reason.
In every case, once the fault is gone and the last column has come about, the rows are those of a server that was never disturbed.`;
