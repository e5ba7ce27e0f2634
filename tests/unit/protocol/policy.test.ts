import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../../lib/protocol/policy';

describe('what an organisation sets', () => {
  it('is taken as the browser names sites, whichever way it was written', () => {
    const { policy, ignored } = readPolicy({
      consoles: ['Desk.example', 'https://*.shop.example/*', 'http://intranet/', 'desk.example'],
      hub: 'https://hub.example/answers',
      language: 'zh',
    });
    expect(policy).toEqual({
      consoles: ['https://desk.example/*', 'https://*.shop.example/*', 'http://intranet/*'],
      hub: 'https://hub.example/answers',
      language: 'zh',
    });
    expect(ignored).toEqual([]);
  });

  it('is ignored value by value where it is wrong, and said so', () => {
    const { policy, ignored } = readPolicy({
      consoles: ['desk.example', 'https://desk.example/only/this', '<all_urls>', 7],
      hub: 'http://hub.example',
      language: 'klingon',
      lang: 'en',
    });
    expect(policy).toEqual({ consoles: ['https://desk.example/*'] });
    expect(ignored).toEqual([
      'consoles: "https://desk.example/only/this"',
      'consoles: "<all_urls>"',
      'consoles: 7',
      'hub: "http://hub.example"',
      'language: "klingon"',
      'lang',
    ]);
  });

  it.each([undefined, null, 'en', [], { consoles: 'desk.example' }])('is nothing in %j', (raw) => {
    expect(readPolicy(raw).policy).toEqual({ consoles: [] });
  });

  it('is described to administrators field by field', () => {
    const { properties } = JSON.parse(readFileSync('public/managed-schema.json', 'utf8')) as {
      properties: object;
    };
    const all = {
      consoles: ['a.example'],
      hub: 'https://a.example',
      language: 'en',
      shareText: false,
    };
    expect(Object.keys(properties).sort()).toEqual(Object.keys(all).sort());
    expect(readPolicy(all).ignored).toEqual([]);
  });
});
