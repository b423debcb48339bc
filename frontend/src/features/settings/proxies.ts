import { isOwn, ownPaths } from '@/lib/protected';

/** What the configuration of a reverse proxy says. */
export interface Proxied {
  /** The address under which people reach both, without a slash at the end: the cookie belongs to it. */
  hub: string;
  /** Where Portico listens, and where the site that is protected does. */
  portico: string;
  site: string;
  /** The patterns of all protected pages. */
  patterns: readonly string[];
}

/** A part of the site: one path, and all below it unless `isOne`. The path of everything is empty. */
interface Area {
  path: string;
  isOne: boolean;
}

const headers = ['X-Portico-User', 'X-Portico-Email', 'X-Portico-Groups'];

/** The outermost parts that the patterns stand for: what lies within is decided by Portico. Those of Portico itself are none. */
export function areasOf(patterns: readonly string[]): Area[] {
  const all = patterns.map((pattern) => ({ path: pattern.replace(/\/\*$/, ''), isOne: !pattern.endsWith('/*') }));
  const within = (area: Area, other: Area) => {
    const [path, around] = [area.path.toLowerCase(), other.path.toLowerCase()];
    return other !== area && !other.isOne && (path === around || path.startsWith(`${around}/`));
  };
  return all.filter((area) => {
    const isSite = (area.path === '' && !area.isOne) || area.path === '/' || !isOwn(area.path);
    return isSite && !all.some((other) => within(area, other));
  });
}

const hasAll = (areas: readonly Area[]) => areas.some(({ path }) => path === '');
const indent = (lines: readonly string[], by: string) => lines.map((line) => (line ? by + line : line));

/** How a server is told of a port: https unless it says otherwise. */
function listening(hub: string): { lines: string[]; host: string } {
  const { protocol, port, hostname } = new URL(hub);
  const lines =
    protocol === 'https:'
      ? [`listen ${port || '443'} ssl;`, `server_name ${hostname};`, '# Your ssl_certificate and ssl_certificate_key.']
      : [`listen ${port || '80'};`, `server_name ${hostname};`];
  return { lines, host: hostname };
}

const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
/** A text as a regular expression has it. */
const pattern = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** For nginx: a server block. */
export function nginx({ hub, portico, site, patterns }: Proxied): string {
  const areas = areasOf(patterns);
  const forwarding = [
    'proxy_http_version 1.1;',
    'proxy_set_header Host $http_host;',
    'proxy_set_header X-Forwarded-For $remote_addr;',
    'proxy_set_header X-Forwarded-Proto $scheme;',
  ];
  const asking = [
    'proxy_method GET;',
    'proxy_pass_request_body off;',
    'proxy_set_header Content-Length "";',
    'proxy_set_header Host $http_host;',
    'proxy_set_header X-Original-URI $request_uri;',
    'proxy_set_header X-Forwarded-Uri "";',
    'proxy_set_header X-Forwarded-Host "";',
    'proxy_set_header X-Forwarded-Method $request_method;',
    'proxy_set_header X-Forwarded-For $remote_addr;',
  ];
  const guarded = [
    'auth_request /portico-verify;',
    'error_page 401 403 = @portico;',
    ...headers.map((name) => `auth_request_set ${variable(name)} $upstream_http_${snake(name)};`),
    `proxy_pass ${site};`,
    ...forwarding,
    'proxy_set_header Upgrade $portico_upgrade;',
    'proxy_set_header Connection $portico_connection;',
    ...headers.map((name) => `proxy_set_header ${name} ${variable(name)};`),
  ];
  const places = areas.map(({ path, isOne }) => pattern(path) + (isOne ? '$' : '(/|$)'));
  const where = hasAll(areas) ? '/' : `~ ${quoted(`^(${places.join('|')})`)}`;
  const ours = hasAll(areas) ? `location ~ ^/(${ownPaths.map(pattern).join('|')})(/|$) {` : 'location / {';
  return [
    'server {',
    ...indent(
      [
        ...listening(hub).lines,
        '',
        '# Of what the browser says of its connection, the site learns no more than that it wants a WebSocket.',
        'set $portico_connection "";',
        'set $portico_upgrade "";',
        'if ($http_upgrade ~* ^websocket$) {',
        '    set $portico_connection upgrade;',
        '    set $portico_upgrade websocket;',
        '}',
        '',
        '# Portico, where people sign in.',
        ours,
        ...indent(
          [`proxy_pass ${portico};`, ...forwarding, 'proxy_buffering off;', 'client_max_body_size 50m;'],
          '    ',
        ),
        '}',
        '',
        '# Asks Portico who may see a page; the second leads people to sign in.',
        'location = /portico-verify {',
        ...indent(['internal;', `proxy_pass ${portico}/auth/verify;`, ...asking], '    '),
        '}',
        'location @portico {',
        ...indent(['rewrite ^ /auth/verify?answer=page? break;', `proxy_pass ${portico};`, ...asking], '    '),
        '}',
        ...(areas.length > 0
          ? ['', '# The protected pages.', `location ${where} {`, ...indent(guarded, '    '), '}']
          : []),
      ],
      '    ',
    ),
    '}',
    '',
  ].join('\n');
}

const snake = (name: string) => name.toLowerCase().replaceAll('-', '_');
const variable = (name: string) => `$${snake(name).slice(2)}`;

/** For Caddy: a site of a Caddyfile. */
export function caddy({ hub, portico, site, patterns }: Proxied): string {
  const areas = areasOf(patterns);
  const paths = areas.flatMap(({ path, isOne }) => (isOne ? [quoted(path)] : [quoted(path), quoted(`${path}/*`)]));
  const bare = (address: string) => address.replace(/^http:\/\//, '');
  const ours = ownPaths.flatMap((path) => [`/${path}`, `/${path}/*`]).join(' ');
  const guard = [
    '# Also those that some sites read alike, such as X_Portico_User.',
    'request_header -*Portico*',
    '# Of its connection, the browser says no more than that it wants a WebSocket.',
    '@other not header Upgrade websocket',
    'request_header @other -Upgrade',
    'request_header Connection Upgrade',
    `forward_auth ${bare(portico)} {`,
    '    uri /auth/verify?answer=page',
    '    header_up -X-Original-Uri',
    `    copy_headers ${headers.join(' ')}`,
    '}',
    `reverse_proxy ${bare(site)}`,
  ];
  const here = [`reverse_proxy ${bare(portico)}`];
  return [
    `${hub} {`,
    ...indent(
      hasAll(areas)
        ? [
            `@portico path ${ours}`,
            'route @portico {',
            ...indent(here, '    '),
            '}',
            'route {',
            ...indent(guard, '    '),
            '}',
          ]
        : [
            ...(paths.length > 0
              ? [
                  `@protected path ${paths.join(' ')}`,
                  'handle @protected {',
                  '    route {',
                  ...indent(guard, '        '),
                  '    }',
                  '}',
                ]
              : []),
            'handle {',
            ...indent(here, '    '),
            '}',
          ],
      '    ',
    ),
    '}',
    '',
  ].join('\n');
}

/** The other ways to write a header that are read alike by sites which tell no hyphen from an underscore. */
const alike = (name: string) => [name.replace('-', '_'), name.replace(/-(?=[^-]*$)/, '_'), name.replaceAll('-', '_')];

/** For Traefik: a file of dynamic configuration. */
export function traefik({ hub, portico, site, patterns }: Proxied): string {
  const areas = areasOf(patterns).filter(({ path }) => !path.includes('`'));
  const { hostname, protocol } = new URL(hub);
  const host = `Host(\`${hostname}\`)`;
  const paths = areas.flatMap(({ path, isOne }) =>
    isOne ? [`Path(\`${path}\`)`] : path ? [`Path(\`${path}\`)`, `PathPrefix(\`${path}/\`)`] : ['PathPrefix(`/`)'],
  );
  const ours = ownPaths.flatMap((path) => [`Path(\`/${path}\`)`, `PathPrefix(\`/${path}/\`)`]).join(' || ');
  const said = (text: string) => `'${text.replaceAll("'", "''")}'`;
  const secure = protocol === 'https:' ? ['  tls: {}'] : [];
  const router = (name: string, rule: string, service: string, priority: number, more: string[] = []) => [
    `${name}:`,
    `  rule: ${said(rule)}`,
    `  service: ${service}`,
    `  priority: ${priority}`,
    ...more,
    ...secure,
  ];
  const isWhole = hasAll(areas);
  const service = (name: string, address: string) => [
    `${name}:`,
    '  loadBalancer:',
    '    servers:',
    `      - url: ${said(address)}`,
  ];
  return [
    'http:',
    '  routers:',
    ...indent(router('portico', isWhole ? `${host} && (${ours})` : host, 'portico', isWhole ? 2 : 1), '    '),
    ...(paths.length > 0
      ? indent(
          router('protected', `${host} && (${paths.join(' || ')})`, 'site', isWhole ? 1 : 2, [
            '  middlewares: [portico-unnamed, portico-verify]',
          ]),
          '    ',
        )
      : []),
    '  middlewares:',
    '    # What some sites read like the headers of Portico.',
    '    portico-unnamed:',
    '      headers:',
    '        customRequestHeaders:',
    ...headers.flatMap(alike).map((name) => `          ${name}: ''`),
    '    portico-verify:',
    '      forwardAuth:',
    `        address: ${said(`${portico}/auth/verify?answer=page`)}`,
    '        authRequestHeaders: [Cookie, Accept]',
    `        authResponseHeaders: [${headers.join(', ')}]`,
    '  services:',
    ...indent([...service('portico', portico), ...service('site', site)], '    '),
    '',
  ].join('\n');
}
