import { Trans, useLingui } from '@lingui/react/macro';
import { Eye } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { withWords } from '@/lib/words';
import { Button, Card, Row } from '@/ui';

const WhyDialog = lazy(() => withWords(import('@/parts/access/WhyDialog'), import('@/locales/en/roles.po')));

/** Who may see this user, and why: asked of one person at a time. */
export function AccessCard({ user }: { user: { id: string; firstName: string; lastName: string } }) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  return (
    <Card title={t`Access`}>
      <p>
        <Trans>Everybody sees exactly those whom their role, their companies and their groups reach.</Trans>
      </p>
      <Row>
        <Button icon={Eye} aria-haspopup="dialog" onPress={() => setOpen(true)}>
          {t`Why can this person see this?`}
        </Button>
      </Row>
      {isOpen && (
        <Suspense>
          <WhyDialog user={user} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </Card>
  );
}
