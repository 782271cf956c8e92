import { BlockList, isIP } from 'node:net';

/** Blocks that are not reachable on the public internet or are no single host there (IANA special-purpose registries, multicast). */
const blocks4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24'],
  ...['192.31.196.0/24', '192.52.193.0/24', '192.88.99.0/24', '192.168.0.0/16', '192.175.48.0/24', '198.18.0.0/15', '198.51.100.0/24'],
  ...['203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4', '168.63.129.16/32'],
];
/** Of IPv6 only 2000::/3 is public; these are the blocks within it that are not. Those that hold an IPv4 address are judged by it. */
const blocks6 = ['2001::/23', '2001:db8::/32', '2620:4f:8000::/48', '3fff::/20'];

const closed = new BlockList();
for (const block of blocks4) closed.addSubnet(block.split('/')[0]!, Number(block.split('/')[1]), 'ipv4');
for (const block of blocks6) closed.addSubnet(block.split('/')[0]!, Number(block.split('/')[1]), 'ipv6');

/** Whether an IP address (as the system writes it) is one host on the public internet. Anything that is no IP address is not. */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address, 'ipv4');
  if (family !== 6 || address.includes('%')) return false;
  const words = wordsOf(address);
  const [a, b, c] = words as [number, number, number];
  const last = dotted(words[6]!, words[7]!);
  // ::ffff:0:0/96 and 64:ff9b::/96 hold an IPv4 address in their last part, 2002::/16 in its second and third.
  if (words.slice(0, 5).every((w) => w === 0) && words[5] === 0xffff) return isPublic(last);
  if (a === 0x64 && b === 0xff9b && words.slice(2, 6).every((w) => w === 0)) return isPublic(last);
  if (a === 0x2002) return isPublic(dotted(b, c));
  if ((a & 0xe000) !== 0x2000) return false;
  // ISATAP: …:0:5efe:a.b.c.d and …:200:5efe:a.b.c.d.
  if ((words[4] === 0 || words[4] === 0x200) && words[5] === 0x5efe) return isPublic(last);
  return !closed.check(address, 'ipv6');
}

const dotted = (high: number, low: number): string => [high >> 8, high & 255, low >> 8, low & 255].join('.');

/** The eight words of an IPv6 address that `isIP` has accepted. */
function wordsOf(address: string): number[] {
  const ipv4 = /(?<v4>\d+\.\d+\.\d+\.\d+)$/.exec(address)?.groups?.v4;
  let text = address;
  if (ipv4) {
    const [p, q, r, s] = ipv4.split('.').map(Number) as [number, number, number, number];
    text = `${address.slice(0, -ipv4.length)}${((p << 8) | q).toString(16)}:${((r << 8) | s).toString(16)}`;
  }
  const [head, tail] = text.split('::') as [string, string?];
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...zeros, ...right].map((w) => Number.parseInt(w, 16));
}
