/** Arguments of a Response that refuses a request before GraphQL looks at it, in GraphQL's own shape. */
export function refusal(
  status: number,
  code: string,
  message: string,
): [string, { status: number; headers: Record<string, string> }] {
  return [
    JSON.stringify({ errors: [{ message, extensions: { code } }] }),
    { status, headers: { 'content-type': 'application/json; charset=utf-8' } },
  ];
}
