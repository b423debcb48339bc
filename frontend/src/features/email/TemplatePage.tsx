import { useLingui } from '@lingui/react/macro';
import { MailX } from 'lucide-react';
import { useParams } from 'react-router';
import { useQuery } from '@/lib/hooks';
import { languageName } from '@/lib/languages';
import { NotShown } from '@/parts/absent/NotShown';
import { messageKinds } from '@/parts/messages/words';
import { Badge, PageHeader } from '@/ui';
import { places } from './templates/places';
import { SendTest } from './templates/SendTest';
import { TemplateEditor } from './templates/TemplateEditor';
import { TemplateDocument } from './templates/templateQuery';

/** One template: its words, what they look like, a test by mail, and every version. */
export default function TemplatePage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const { data, failure, isStale, refetch } = useQuery(TemplateDocument, { id });
  const node = data?.node?.__typename === 'Template' ? data.node : undefined;
  // On the way from one to another, the other is not this one.
  const isOther = isStale && !!node && node.id !== id;
  const template = isOther ? undefined : node;
  const locale = template?.locale ?? '';
  const back = {
    href: locale && locale !== 'en' ? `${places.all}?locale=${locale}` : places.all,
    label: t`Back to the list`,
  };
  if (!template) {
    return (
      <NotShown
        title={t`Template`}
        missing={{
          icon: MailX,
          title: t`No such template`,
          sentence: t`This template does not exist, or you may not see it.`,
        }}
        isMissing={!!data && !isOther}
        {...{ back, failure, refetch }}
      />
    );
  }
  return (
    <>
      <PageHeader
        title={t(messageKinds[template.kind])}
        back={back}
        meta={
          <>
            <span>{languageName(locale)}</span>
            {template.isEdited ? <Badge tone="info">{t`Edited`}</Badge> : <span>· {t`Built in`}</span>}
          </>
        }
        actions={<SendTest id={template.id} />}
      />
      <TemplateEditor key={template.id} template={template} refetch={refetch} />
    </>
  );
}
