import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { graphql } from '@/gen';
import type { TemplateListQuery } from '@/gen/graphql';
import { useQuery } from '@/lib/hooks';
import { isLanguage, languages } from '@/lib/languages';
import { messageKinds } from '@/parts/messages/words';
import {
  Badge,
  BarTools,
  Button,
  EmptyState,
  Grid,
  type GridColumn,
  Link,
  ListScreen,
  Note,
  PageHeader,
  Select,
} from '@/ui';
import { Mail } from 'lucide-react';
import { EmailTabs } from '../EmailTabs';
import { places } from './places';

const TemplatesQuery = graphql(`
  query TemplateList {
    templates {
      id
      kind
      locale
      subject
      isEdited
    }
  }
`);

type Row = TemplateListQuery['templates'][number];

const nothing = {};

function useColumns(): GridColumn<Row>[] {
  const { t } = useLingui();
  return useMemo(
    () => [
      {
        id: 'kind',
        label: t`Kind`,
        width: 'minmax(150px, 1fr)',
        cell: ({ id, kind }) => (
          <Link look="plain" href={places.one(id)}>
            {t(messageKinds[kind])}
          </Link>
        ),
      },
      {
        id: 'subject',
        label: t`Subject`,
        width: 'minmax(200px, 2.4fr)',
        minGridWidth: 560,
        cell: ({ subject }) => subject,
      },
      {
        id: 'state',
        label: t`Text`,
        width: '110px',
        cell: ({ isEdited }) => (isEdited ? <Badge tone="info">{t`Edited`}</Badge> : t`Built in`),
      },
    ],
    [t],
  );
}

/** **Templates**: what each kind of message says, in each language. */
export default function TemplateList() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const asked = params.get('locale') ?? '';
  const locale = isLanguage(asked) ? asked : 'en';
  const { data, failure, isLoading, refetch } = useQuery(TemplatesQuery, nothing);
  const columns = useColumns();
  const rows = data?.templates.filter((template) => template.locale === locale) ?? [];
  return (
    <ListScreen
      head={
        <>
          <PageHeader title={t`Templates`} />
          <EmailTabs current={places.all} />
        </>
      }
      bar={
        <BarTools>
          <Select
            label={t`Language`}
            hideLabel
            options={Object.entries(languages).map(([id, name]) => ({ id, name }))}
            value={locale}
            onChange={(next) => void navigate(`${places.all}?locale=${next}`, { replace: true })}
          />
        </BarTools>
      }
      note={
        failure && (
          <Note
            tone="bad"
            role="alert"
            title={failure.message}
            actions={<Button onPress={refetch}>{t`Retry`}</Button>}
          />
        )
      }
      foot={
        <Trans>
          Whoever has this language on their profile gets these. What is edited here changes nothing in the other
          languages.
        </Trans>
      }
    >
      {(rows.length > 0 || !failure) && (
        <Grid
          label={t`Templates`}
          columns={columns}
          rows={rows}
          rowCount={rows.length}
          isLoading={isLoading}
          rowName={({ kind }) => t(messageKinds[kind])}
          onOpen={({ id }) => void navigate(places.one(id))}
          empty={<EmptyState icon={Mail} title={t`No templates.`} />}
        />
      )}
    </ListScreen>
  );
}
