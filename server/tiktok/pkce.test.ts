import { codeChallenge, needsPkce } from './pkce';

test('the challenge is the lower-case hex of the SHA-256, not base64url', () => {
  // The verifier of RFC 7636's appendix B, whose base64url challenge is E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM.
  expect(codeChallenge('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    Buffer.from('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', 'base64url').toString('hex'),
  );
});

test.each([
  ['http://localhost:3000/api/tiktok/auth/callback', true],
  ['http://127.0.0.1:3000/callback/', true],
  ['http://[::1]:3000/callback/', true],
  ['https://crealia.example/callback', false],
  ['https://localhost.crealia.example/callback', false],
])('%s is a desktop redirect: %s', (redirectUri, expected) => {
  expect(needsPkce(redirectUri)).toBe(expected);
});
