// SPDX-License-Identifier: Apache-2.0

/**
 * Whom a limit counts behind an address: an IPv4 address is one customer's; of IPv6 a customer holds a whole /64 (RFC 6177) and may
 * send from any address of it.
 *
 * @example
 * networkOf('::ffff:203.0.113.9') // '203.0.113.9'
 * networkOf('2001:db8:0:7::9') // '2001:db8:0:7::/64'
 */
export function networkOf(address: string): string {
  const bare = address.replace(/%.*$/, '').toLowerCase();
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/.exec(bare)?.[1];
  if (mapped !== undefined || !bare.includes(':')) return mapped ?? bare;
  const [head = '', tail] = bare.split('::');
  const first = groupsOf(head);
  const last = groupsOf(tail ?? '');
  const between = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const groups = [...first, ...Array<string>(between).fill('0'), ...last].slice(0, 4);
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}

function groupsOf(part: string): string[] {
  return part === '' ? [] : part.split(':');
}
