import { describe, expect, it } from 'vitest';
import { linkOrigin } from '../../../hub/link-origin';
import { readJoinLink } from '../../../lib/protocol/hub-address';

describe("the first person's invite link", () => {
  it.each([
    ['127.0.0.1', undefined, 'http://127.0.0.1:7410'],
    ['10.0.0.5', '', 'http://10.0.0.5:7410'],
    ['0.0.0.0', undefined, 'http://127.0.0.1:7410'],
    ['::', undefined, 'http://[::1]:7410'],
    ['::1', undefined, 'http://[::1]:7410'],
    ['0.0.0.0', 'https://hub.example/', 'https://hub.example'],
    ['0.0.0.0', 'https://example.com/team/hub', 'https://example.com/team/hub'],
  ])('of a hub that listens on %s and is reached at %s leads a panel to %s', (host, url, hub) => {
    const link = `${linkOrigin(host, url)(7410)}/join#${'a'.repeat(64)}`;
    expect(readJoinLink(link)).toMatchObject({ hub });
  });

  it.each(['hub.example', 'http://hub.example', 'ftp://hub.example'])(
    'is never made for %s, where no panel would go',
    (url) => expect(() => linkOrigin('0.0.0.0', url)).toThrow(/CUECARD_PUBLIC_URL/),
  );
});
