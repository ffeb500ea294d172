/** Addresses of one configured origin. */
export function sameOriginAs(address: string): (url: URL) => boolean {
  const { origin } = new URL(address);
  return (url) => url.origin === origin && url.username === '' && url.password === '';
}

/**
 * Addresses on the hosts that are named: `host` or `host:port`; a leading dot stands for every subdomain. Over https alone, but on this
 * machine itself.
 */
export function onHosts(hosts: readonly string[]): (url: URL) => boolean {
  return (url) => {
    if (url.username !== '' || url.password !== '') return false;
    const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere)) return false;
    return hosts.some((host) => (host.startsWith('.') ? url.port === '' && url.hostname.endsWith(host) : url.host === host));
  };
}
