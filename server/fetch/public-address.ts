/** Which network addresses a fetch may reach: the public internet, and nothing that is only reached from here. */
import { networkInterfaces } from 'node:os';
import ipaddr from 'ipaddr.js';

/** All that is given out of IPv6; what lies elsewhere is local, of old, or an IPv4 address in other clothes. */
const globalIpv6 = ipaddr.parseCIDR('2000::/3');

/** Lie among public addresses, and answer to virtual machines of their own cloud alone. */
const metadata = new Set(['168.63.129.16']);

/**
 * Whether an address is public unicast. Everything else is not, known or not:
 * private, loopback, link-local, carrier's, multicast, reserved, translated.
 * An IPv4 address in an IPv6 one counts as what it is.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const plain = ipaddr.process(address.replace(/%.*$/, ''));
  if (plain.kind() === 'ipv6' && !plain.match(globalIpv6)) return false;
  const words = plain.toString();
  return plain.range() === 'unicast' && !metadata.has(words) && !ownAddresses().has(words);
}

/** This machine may have a public address too: what listens there believes itself among friends. */
function ownAddresses(): Set<string> {
  return new Set(
    Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .map(({ address }) => ipaddr.process(address.replace(/%.*$/, '')).toString()),
  );
}
