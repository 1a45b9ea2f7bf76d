import { BlockList, isIPv4 } from 'node:net';

/** Makes a test for addresses of a list: `192.0.2.10`, `192.0.2.0/24`, `2001:db8::/32`. */
export function addressTest(listed: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const each of listed) {
    const [address, bits] = each.split('/') as [string, string?];
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (address) => {
    // A server of both families names a reader of the older one so.
    const plain = address.replace(/^::ffff:(?=[\d.]+$)/, '');
    return list.check(plain, isIPv4(plain) ? 'ipv4' : 'ipv6');
  };
}
