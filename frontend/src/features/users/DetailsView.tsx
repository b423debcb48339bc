import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Pencil } from 'lucide-react';
import { type FragmentType, graphql, readFragment } from '@/gen';
import { useFormat } from '@/lib/format';
import { routes } from '@/lib/routes';
import { useCan, useMayEdit } from '@/lib/viewer';
import { Button, Card, DescriptionList, Link, Row, Tag, Tags } from '@/ui';
import { Succession, Supersede } from './Supersede';

const DetailsViewFragment = graphql(`
  fragment DetailsView on User {
    email
    firstName
    lastName
    title
    cellPhone
    officePhone
    extension
    address
    createdAt
    updatedAt
    isGlobalAdmin
    company {
      id
      name
    }
    role {
      id
      name
    }
    memberships {
      role
      group {
        id
        name
      }
    }
    hiddenGroupCount
    assignments {
      company {
        id
        name
      }
      contract {
        number
        name
      }
    }
    note @include(if: $notes)
    ...Supersede
  }
`);

interface Props {
  user: FragmentType<typeof DetailsViewFragment>;
  onEdit: () => void;
  /** The form was left for it: its button takes the focus back. */
  autoFocus: boolean;
}

/** What is recorded of a user, to read. */
export function DetailsView({ user, onEdit, autoFocus }: Props) {
  const { t } = useLingui();
  const can = useCan();
  const mayEdit = useMayEdit();
  const format = useFormat();
  const data = readFragment(DetailsViewFragment, user);
  const office = [data.officePhone, data.extension && t`ext. ${data.extension}`].filter(Boolean).join(' ');
  return (
    <>
      <Succession user={data} />
      <Card
        title={t`Personal Details`}
        actions={
          mayEdit && (
            <Button icon={Pencil} onPress={onEdit} autoFocus={autoFocus}>
              {t`Edit`}
            </Button>
          )
        }
      >
        <DescriptionList
          items={[
            {
              term: t`Email`,
              value: (
                <Row>
                  {data.email}
                  <Supersede user={data} />
                </Row>
              ),
            },
            { term: t`First Name`, value: data.firstName },
            { term: t`Last Name`, value: data.lastName },
            { term: t`Title`, value: data.title },
            { term: t`Cell Phone`, value: data.cellPhone },
            { term: t`Office Phone`, value: office },
            { term: t`Address`, value: data.address && <Lines text={data.address} /> },
            {
              term: t`Company`,
              value: data.company && <Link href={routes.customer(data.company.id)}>{data.company.name}</Link>,
            },
          ]}
        />
      </Card>
      <Card title={t`Access Details`}>
        <DescriptionList
          items={[
            {
              term: t`Assigned Role`,
              value: data.role ? data.role.name : <Trans>none: without a role nobody can sign in</Trans>,
            },
            { term: t`Groups`, value: <Groups user={data} /> },
            {
              term: t`Customers`,
              value: data.assignments.length > 0 && (
                <Tags>
                  {data.assignments.map(({ company, contract }) => (
                    <Tag key={company.id}>
                      <Link look="plain" href={routes.customer(company.id)}>
                        {contract ? `${company.name} · ${contract.number}` : company.name}
                      </Link>
                    </Tag>
                  ))}
                </Tags>
              ),
            },
          ]}
        />
      </Card>
      {can('NOTES_READ') && (
        <Card title={t`Note`} lead={<Trans>Private: never seen by the user.</Trans>}>
          <p>{data.note ? <Lines text={data.note} /> : <Trans>No note.</Trans>}</p>
        </Card>
      )}
      <small>
        <Trans>
          Created {format.dateTime(data.createdAt)} · changed {format.dateTime(data.updatedAt)}
        </Trans>
      </small>
    </>
  );
}

/** A text with its line breaks. */
function Lines({ text }: { text: string }) {
  return text.split('\n').map((line, index) => (
    <span key={index}>
      {index > 0 && <br />}
      {line}
    </span>
  ));
}

interface GroupsProps {
  user: {
    memberships: readonly { role: 'MEMBER' | 'MANAGER'; group: { id: string; name: string } }[];
    hiddenGroupCount: number;
  };
}

function Groups({ user }: GroupsProps) {
  const { t } = useLingui();
  return (
    <Tags>
      {user.memberships.map(({ role, group }) => (
        <Tag key={group.id}>
          <Link look="plain" href={routes.group(group.id)}>
            {role === 'MANAGER' ? t`${group.name} · Group Manager` : group.name}
          </Link>
        </Tag>
      ))}
      {user.hiddenGroupCount > 0 && (
        <span>
          <Plural value={user.hiddenGroupCount} one="# that you can't see" other="# that you can't see" />
        </span>
      )}
    </Tags>
  );
}
