import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { type FragmentType, graphql, readFragment } from '@/gen';
import { routes } from '@/lib/routes';
import { useCan, useMayEdit } from '@/lib/viewer';
import { PageBody } from '@/ui';
import { DetailsForm } from './DetailsForm';
import { DetailsView } from './DetailsView';
import { EmailCommunication } from './EmailCommunication';
import { PasswordSection } from './PasswordSection';

const DetailsTabFragment = graphql(`
  fragment DetailsTab on User {
    id
    ...DetailsView
    ...DetailsForm
    ...PasswordSection
    ...EmailCommunication
  }
`);

/** **Details**: to read, and with `?edit` to change. */
export function DetailsTab({ user, refetch }: { user: FragmentType<typeof DetailsTabFragment>; refetch: () => void }) {
  const data = readFragment(DetailsTabFragment, user);
  const can = useCan();
  const mayEdit = useMayEdit();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const isEditing = params.has('edit') && mayEdit;
  // What was pressed goes away with what it was in: the focus moves on to the form, and back to its opener.
  const [wasPressed, setPressed] = useState(false);
  const show = (edit: boolean) => {
    setPressed(true);
    document.getElementById('main')?.scrollTo(0, 0);
    void navigate({ pathname: routes.user(data.id), search: edit ? '?edit' : '' }, { replace: !edit });
  };
  return (
    <PageBody layout="columns">
      <div>
        {isEditing ? (
          <DetailsForm user={data} onDone={() => show(false)} refetch={refetch} autoFocus={wasPressed} />
        ) : (
          <DetailsView user={data} onEdit={() => show(true)} autoFocus={wasPressed} />
        )}
      </div>
      <div>
        {(can('ACCOUNTS_MANAGE') || mayEdit) && <PasswordSection user={data} />}
        <EmailCommunication user={data} />
      </div>
    </PageBody>
  );
}
