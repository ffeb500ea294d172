import { afterEach, jest } from '@jest/globals';

/** What would land on an operator's console is a failure of the test that caused it. */
const consoleError = jest.spyOn(console, 'error');

afterEach(() => {
  const calls = consoleError.mock.calls.map((call) => call.map(String).join(' '));
  consoleError.mockClear();
  if (calls.length > 0) throw new Error(`console.error was called:\n${calls.join('\n')}`);
});
