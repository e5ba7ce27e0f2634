import { describe, expect, it } from 'vitest';
import { ownLink, readHubAddress, readJoinLink } from '../../../lib/protocol/hub-address';

const invite = 'a'.repeat(64);
const way = (link: string) => {
  const read = readJoinLink(link);
  return typeof read === 'object' ? read.way : read;
};

describe('a join link', () => {
  it.each([
    ['https://hub.example', 'closed'],
    ['https://example.com/team/hub', 'closed'],
    ['http://127.0.0.1:7410', 'closed'],
    ['http://localhost:7410', 'closed'],
    ['http://[::1]:7410', 'closed'],
    ['http://192.168.1.5:7410', 'in-sight'],
    ['http://172.31.0.1', 'in-sight'],
    ['http://hub', 'in-sight'],
    ['http://hub.local', 'in-sight'],
    ['http://hub.example', 'not-secure'],
    ['http://172.32.0.1', 'not-secure'],
    ['http://2130706434', 'closed'],
    ['http://134744072', 'not-secure'],
    ['http://localhost.example', 'not-secure'],
    ['javascript:alert(1)//x', undefined],
    ['file:///etc', undefined],
    ['data:text/html,x', undefined],
    ['ftp://hub.example', undefined],
    ['https://hub.example@evil.example', undefined],
    ['https://user:word@evil.example', undefined],
    ['https://evil.example/?hub.example', undefined],
    ['hub.example', undefined],
  ])('to %s is %s', (address, expected) => {
    expect(way(`${address}/join#${invite}`)).toBe(expected);
  });

  it('gives the hub and the invite, whatever stands around it', () => {
    expect(readJoinLink(`  https://HUB.example/team/join#${invite}\n`)).toEqual({
      hub: 'https://hub.example/team',
      way: 'closed',
      invite,
      isOwn: false,
    });
    expect(readJoinLink(` ${ownLink('https://hub.example', invite)} `)).toEqual({
      hub: 'https://hub.example',
      way: 'closed',
      invite,
      isOwn: true,
    });
    expect(readJoinLink(`https://hub.example/join#other-${invite}`)).toBeUndefined();
    expect(readJoinLink('https://hub.example/join#short')).toBeUndefined();
    expect(readJoinLink(`https://hub.example/#/join#${invite}`)).toBeUndefined();
    expect(readHubAddress('https://hub.example/')).toEqual({
      hub: 'https://hub.example',
      way: 'closed',
    });
  });
});
