import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useSwitchedOff, useViewer } from '@/lib/viewer';
import { SwitchedOff } from '@/parts/absent/SwitchedOff';
import { Button, Card, CopyButton, Link, Note, PageBody, PageHeader, RadioGroup, Row, Stack, TextField } from '@/ui';
import { PagesQuery } from './pagesQuery';
import { caddy, nginx, traefik } from './proxies';
import { SettingsTabs } from './SettingsTabs';

const none = {};
const proxies = { nginx, caddy, traefik };

/** An address that a proxy passes requests on to: nothing but its origin. */
const isAddress = (text: string) => /^https?:\/\/[\w.[\]:-]+$/.test(text.trim());

/** **Protect a site**: what to put into the configuration of a web server so that it asks Portico, filled in. */
export default function ProtectSitePage() {
  const { t } = useLingui();
  const { reach } = useViewer();
  const isOff = useSwitchedOff('PROTECTED_PAGES') !== undefined;
  const { data, failure, refetch } = useQuery(PagesQuery, none, { isPaused: isOff || reach !== 'EVERYTHING' });
  const [proxy, setProxy] = useState('nginx');
  const [portico, setPortico] = useState('http://127.0.0.1:8080');
  const [site, setSite] = useState('http://127.0.0.1:3000');
  const patterns = data?.protectedPages.map(({ pattern }) => pattern) ?? [];
  const isFine = isAddress(portico) && isAddress(site);
  const text = isFine
    ? proxies[proxy as keyof typeof proxies]({
        hub: location.origin,
        portico: portico.trim(),
        site: site.trim(),
        patterns,
      })
    : '';
  const wrong = (address: string) => (isAddress(address) ? undefined : t`Write it like http://127.0.0.1:3000.`);
  return (
    <>
      <PageHeader title={t`Protect a site`} />
      <SettingsTabs current={routes.pages} />
      <PageBody layout="columns">
        <div>
          <SwitchedOff feature="PROTECTED_PAGES" title={t`Protected pages are switched off: nobody sees any.`} />
          {failure && (
            <Note
              tone="bad"
              role="alert"
              title={failure.message}
              actions={<Button onPress={refetch}>{t`Retry`}</Button>}
            />
          )}
          {data && patterns.length === 0 && (
            <Note tone="info" title={t`No pages are protected yet.`}>
              <Link href={routes.pages}>{t`Say which first`}</Link>
            </Note>
          )}
          <Card title={t`Configuration`} lead={t`Put it where your web server reads it, and load it anew.`}>
            <Stack>
              <TextField label={t`Configuration`} hideLabel multiline isReadOnly spellCheck="false" value={text} />
              <Row>
                <CopyButton text={text} label={t`Copy configuration`} />
              </Row>
            </Stack>
          </Card>
        </div>
        <div>
          <Card title={t`Web server`}>
            <RadioGroup
              label={t`Which one asks Portico?`}
              value={proxy}
              onChange={setProxy}
              options={[
                { id: 'nginx', name: 'nginx', description: t`With auth_request.` },
                { id: 'caddy', name: 'Caddy', description: t`With forward_auth.` },
                { id: 'traefik', name: 'Traefik', description: t`With forwardAuth.` },
              ]}
            />
            <TextField
              label={t`Where Portico listens`}
              autoComplete="off"
              spellCheck="false"
              value={portico}
              onChange={setPortico}
              error={wrong(portico)}
            />
            <TextField
              label={t`Where the site listens`}
              autoComplete="off"
              spellCheck="false"
              value={site}
              onChange={setSite}
              error={wrong(site)}
            />
          </Card>
          <Card title={t`How it works`}>
            <Stack>
              <p>
                <Trans>
                  The web server asks Portico about every request. Whoever is not signed in does so first, and comes
                  back to the page.
                </Trans>
              </p>
              <p>
                <Trans>
                  Site and Portico share one address, {location.origin}: the cookie of a sign-in goes nowhere else.
                </Trans>
              </p>
              <p>
                <Trans>
                  The site learns who it is from the headers X-Portico-User, X-Portico-Email and X-Portico-Groups. Let
                  nobody reach it but the web server.
                </Trans>
              </p>
            </Stack>
          </Card>
        </div>
      </PageBody>
    </>
  );
}
