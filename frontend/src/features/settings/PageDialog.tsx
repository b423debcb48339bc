import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useState } from 'react';
import { type Control, useForm } from 'react-hook-form';
import { graphql } from '@/gen';
import { useField, useSubmission } from '@/lib/forms';
import { useMutation, useQuery } from '@/lib/hooks';
import { useSettled } from '@/lib/settled';
import { SaveProblems } from '@/parts/conflict/SaveProblems';
import { useVersions } from '@/parts/conflict/useVersions';
import { useTakeBack } from '@/parts/undo/useTakeBack';
import { Button, Dialog, Form, showToast, TagPicker, TextField } from '@/ui';
import { inputOf, type PageValues, type ProtectedPage, touchedByPages, valuesOf } from './pagesQuery';

const CreateDocument = graphql(`
  mutation CreateProtectedPage($input: ProtectedPageInput!) {
    createProtectedPage(input: $input) {
      protectedPage {
        id
      }
      undo {
        token
        expiresAt
      }
      userErrors {
        code
        field
        message
        params
        relatedId
      }
      warnings {
        code
        field
        message
        params
        relatedId
      }
    }
  }
`);

const UpdateDocument = graphql(`
  mutation UpdateProtectedPage($input: ProtectedPageInput!) {
    updateProtectedPage(input: $input) {
      protectedPage {
        id
      }
      undo {
        token
        expiresAt
      }
      userErrors {
        code
        field
        message
        params
        relatedId
      }
      warnings {
        code
        field
        message
        params
        relatedId
      }
    }
  }
`);

const GroupsQuery = graphql(`
  query GroupsOfPage($search: String) {
    groups(first: 20, search: $search) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

interface Props {
  /** The one to change, as it is now; none makes a new one. */
  page?: ProtectedPage;
  refetch: () => void;
  onClose: () => void;
}

/** Protects a page, or says anew what is protected and for whom. */
export default function PageDialog({ page, refetch, onClose }: Props) {
  const { t } = useLingui();
  const id = useId();
  const takeBack = useTakeBack();
  const { run: create } = useMutation(CreateDocument, touchedByPages);
  const { run: update } = useMutation(UpdateDocument, touchedByPages);
  const now = { version: page?.version ?? 0, values: valuesOf(page) };
  const form = useForm<PageValues>({ defaultValues: now.values, shouldFocusError: false });
  const versions = useVersions(form, now);
  const { onSubmit, problems, attempt, isPending } = useSubmission({
    form,
    fieldNames: { groupIds: 'groups' },
    send: async (values: PageValues) => {
      if (!page) return (await create({ input: inputOf(values) })).createProtectedPage;
      const input = { id: page.id, version: versions.base.version, ...inputOf(values) };
      return (await update({ input })).updateProtectedPage;
    },
    onSaved: ({ undo }, { pattern }) => {
      const path = <strong>{pattern}</strong>;
      showToast({
        message: page ? <Trans>{path} was saved.</Trans> : <Trans>{path} is protected.</Trans>,
        undo: takeBack(undo),
      });
      onClose();
    },
  });
  return (
    <Dialog
      title={page ? t`Edit protected page` : t`New protected page`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t`Cancel`}</Button>
          <Button type="submit" form={id} variant="primary" isPending={isPending}>{t`Save`}</Button>
        </>
      }
    >
      <Form id={id} onSubmit={(event) => void onSubmit(event)}>
        <SaveProblems
          {...{ versions, problems, attempt, refetch }}
          outrun={t`Nothing was saved: somebody else changed this page in the meantime.`}
          words={({ pattern, groups }) => ({
            [t`Path`]: pattern,
            [t`Groups`]: groups.map(({ name }) => name).join(', '),
          })}
        />
        <Fields control={form.control} />
      </Form>
    </Dialog>
  );
}

function Fields({ control }: { control: Control<PageValues> }) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const search = useSettled(text.trim());
  const { data, isLoading, isStale } = useQuery(GroupsQuery, { search: search || null });
  return (
    <>
      <TextField
        label={t`Path`}
        isRequired
        autoFocus
        autoComplete="off"
        autoCapitalize="off"
        spellCheck="false"
        maxLength={500}
        placeholder="/members/*"
        description={t`Of one page, such as /members/welcome; with /* at its end, of all below it, too. Case does not matter.`}
        {...useField(control, 'pattern')}
      />
      <TagPicker
        label={t`Groups`}
        description={t`Whoever is in one of them sees it. Without any, nobody does.`}
        options={(data?.groups.edges ?? []).map(({ node }) => node)}
        onSearch={setText}
        isLoading={isLoading || isStale || search !== text.trim()}
        placeholder={t`Find a group`}
        {...useField(control, 'groups')}
      />
    </>
  );
}
