import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestHub, type TestHub } from '../../support/hub/test-hub';

let hub: TestHub;
beforeAll(async () => {
  hub = await makeTestHub();
});
afterAll(() => hub?.close());

const open = (language: string) =>
  hub.server.inject({ method: 'GET', url: '/join', headers: { 'accept-language': language } });

describe('the page of an invite link', () => {
  it('says in the reader’s language where to paste it', async () => {
    const [en, zh] = [await open('fr,en;q=0.5'), await open('zh-CN,zh;q=0.9')];
    expect([en.statusCode, zh.statusCode]).toEqual([200, 200]);
    expect(en.body).toContain('<html lang="en">');
    expect(en.body).toContain('paste it under <b>Team</b>');
    expect(zh.body).toContain('<html lang="zh">');
    expect(zh.body).toContain('粘贴为邀请链接');
  });

  it('runs its own few lines, and nothing else; nothing in it leads anywhere', async () => {
    const { body, headers } = await open('en');
    const [, script = ''] = /<script>(.*?)<\/script>/s.exec(body) ?? [];
    expect(body.match(/<script/g)).toHaveLength(1);
    const hash = createHash('sha256').update(script).digest('base64');
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(body).not.toMatch(/https?:|src=|href=|fetch|XMLHttp|sendBeacon/);
  });
});
