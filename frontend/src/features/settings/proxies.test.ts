import { describe, expect, it } from 'vitest';
import { areasOf, caddy, nginx, traefik } from './proxies';

const here = { hub: 'https://hub.example.org', portico: 'http://127.0.0.1:8080', site: 'http://127.0.0.1:3000' };
const patterns = ['/members/*', '/members/board/*', '/welcome', '/Members/open', '/users/*'];

describe('the parts of a site', () => {
  it('are the outermost ones, and none of our own', () => {
    expect(areasOf(patterns)).toEqual([
      { path: '/members', isOne: false },
      { path: '/welcome', isOne: true },
    ]);
  });

  it('are one where everything is protected', () => {
    expect(areasOf(['/*', ...patterns])).toEqual([{ path: '', isOne: false }]);
  });
});

describe('the configuration of', () => {
  it('nginx asks for each part, and for nothing else', () => {
    const text = nginx({ ...here, patterns });
    expect(text.match(/location .*\{/g)).toEqual([
      'location / {',
      'location = /portico-verify {',
      'location @portico {',
      'location ~ "^(/members(/|$)|/welcome$)" {',
    ]);
    expect(text.match(/auth_request \//g)).toHaveLength(1);
    expect(text).toContain('listen 443 ssl;\n    server_name hub.example.org;');
    expect(text).toContain('proxy_set_header X-Portico-User $portico_user;');
    expect(text).toContain('proxy_set_header Connection $portico_connection;');
    expect(nginx({ ...here, hub: 'http://localhost:8081', patterns })).toContain('listen 8081;');
  });

  it('nginx leaves Portico its own paths where everything is protected', () => {
    const text = nginx({ ...here, patterns: ['/*'] });
    expect(text).toMatch(/location ~ \^\/\(login\|.*schema\\\.graphql.*\)\(\/\|\$\) \{/);
    expect(text).toMatch(/location \/ \{\n {8}auth_request/);
  });

  it('no server can be broken by a path', () => {
    const path = '/a"b\\c{d}`e';
    expect(nginx({ ...here, patterns: [path] })).toContain('location ~ "^(/a\\"b\\\\\\\\c\\\\{d\\\\}`e$)" {');
    expect(caddy({ ...here, patterns: [path] })).toContain('path "/a\\"b\\\\c{d}`e"');
    expect(traefik({ ...here, patterns: [path, "/it's"] })).toContain("Path(`/it''s`)");
  });

  it('Caddy lets nobody name themselves', () => {
    const text = caddy({ ...here, patterns });
    expect(text).toContain('@protected path "/members" "/members/*" "/welcome"');
    expect(text.indexOf('request_header -*Portico*')).toBeLessThan(text.indexOf('forward_auth 127.0.0.1:8080'));
    expect(text).toContain('header_up -X-Original-Uri');
    expect(caddy({ ...here, patterns: ['/*'] })).toContain('@portico path /login /login/*');
  });

  it('Traefik passes on nothing that a client could say instead', () => {
    const text = traefik({ ...here, patterns });
    expect(text).toContain('authRequestHeaders: [Cookie, Accept]');
    expect(text).toContain(
      "rule: 'Host(`hub.example.org`) && (Path(`/members`) || PathPrefix(`/members/`) || Path(`/welcome`))'",
    );
    expect(text).toContain('  tls: {}');
    expect(text).toContain('middlewares: [portico-unnamed, portico-verify]');
    expect(text).toContain("X-Portico_User: ''");
    expect(traefik({ ...here, hub: 'http://hub.example.org', patterns: ['/*'] })).toContain('PathPrefix(`/`)');
  });

  it('each says how Portico is reached while no page is protected', () => {
    expect(nginx({ ...here, patterns: [] })).not.toContain('auth_request /');
    expect(caddy({ ...here, patterns: [] })).toBe(
      'https://hub.example.org {\n    handle {\n        reverse_proxy 127.0.0.1:8080\n    }\n}\n',
    );
    expect(traefik({ ...here, patterns: [] })).not.toContain('middlewares: [');
  });
});
