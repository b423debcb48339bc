import { useLingui } from '@lingui/react/macro';
import { type FormEvent, useId, useState } from 'react';
import { graphql } from '@/gen';
import type { BulkUpdateUsersInput, WarningCode } from '@/gen/graphql';
import { asFailure } from '@/lib/failure';
import { useMutation } from '@/lib/hooks';
import { Button, Checkbox, Dialog, Note, type Picked, Select, Stack } from '@/ui';
import { useRoles } from '../../useRoles';
import { type BulkAction, plainChanges } from './actions';
import { GroupsPicker } from './GroupsPicker';
import { useBulkQuestions } from './useBulkWords';

const BulkDocument = graphql(`
  mutation BulkDialog($input: BulkUpdateUsersInput!) {
    bulkUpdateUsers(input: $input) {
      jobRun {
        id
      }
      userErrors {
        code
        message
      }
      warnings {
        code
        message
      }
    }
  }
`);

interface Props {
  action: BulkAction;
  /** Whom it is about. */
  who: Pick<BulkUpdateUsersInput, 'userIds' | 'filter'>;
  count: number;
  onClose: () => void;
  onStarted: (runId: string) => void;
}

/** Asks before many users are changed: how many, what follows, and into which groups or which role. */
export default function BulkDialog({ action, who, count, onClose, onStarted }: Props) {
  const { t } = useLingui();
  const id = useId();
  const words = useBulkQuestions()[action];
  const [groups, setGroups] = useState<Picked[]>([]);
  const [roleId, setRole] = useState<string | null>(null);
  const [problem, setProblem] = useState<string>();
  const [warnings, setWarnings] = useState<readonly { code: WarningCode; message: string }[]>([]);
  const [overrides, setOverrides] = useState(false);
  const { run, isPending } = useMutation(BulkDocument);
  const isOfGroups = action === 'addGroups' || action === 'removeGroups';
  const missing =
    isOfGroups && groups.length === 0
      ? t`Choose a group first.`
      : action === 'role' && !roleId
        ? t`Choose a role first.`
        : undefined;

  async function start() {
    if (missing) return setProblem(missing);
    const groupIds = groups.map((group) => group.id!);
    const change =
      plainChanges[action] ??
      (action === 'role'
        ? { roleId }
        : action === 'addGroups'
          ? { addGroupIds: groupIds }
          : { removeGroupIds: groupIds });
    const overrideWarnings = overrides ? warnings.map(({ code }) => code) : undefined;
    try {
      const answer = (await run({ input: { ...who, ...change, overrideWarnings } })).bulkUpdateUsers;
      if (answer.jobRun) return onStarted(answer.jobRun.id);
      setWarnings(answer.warnings);
      setProblem(answer.warnings.length > 0 ? undefined : answer.userErrors[0]?.message);
    } catch (thrown) {
      setProblem(asFailure(thrown).message);
    }
  }

  const isPlain = !!plainChanges[action];
  return (
    <Dialog
      title={words.title(count)}
      role={isPlain ? 'alertdialog' : 'dialog'}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t`Cancel`}</Button>
          <Button
            type="submit"
            form={id}
            variant={action === 'delete' ? 'destroy' : 'primary'}
            isPending={isPending}
            autoFocus={isPlain}
          >
            {words.yes}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void start();
        }}
      >
        <Stack>
          {problem && !missing && <Note tone="bad" role="alert" title={problem} />}
          {isOfGroups && (
            <GroupsPicker error={missing && problem} value={groups} onChange={setGroups} description={words.follows} />
          )}
          {action === 'role' && (
            <RolePicker error={missing && problem} value={roleId} onChange={setRole} description={words.follows} />
          )}
          {isPlain && <p>{words.follows}</p>}
          {warnings.length > 0 && (
            <>
              <Note tone="warn" role="alert" title={warnings.map(({ message }) => message).join(' ')} />
              <Checkbox label={t`Override warnings`} value={overrides} onChange={setOverrides} />
            </>
          )}
        </Stack>
      </form>
    </Dialog>
  );
}

interface RolePickerProps {
  value: string | null;
  onChange: (id: string | null) => void;
  error?: string;
  description: React.ReactNode;
}

function RolePicker(props: RolePickerProps) {
  const { t } = useLingui();
  const { options } = useRoles();
  return <Select label={t`Assigned Role`} options={options} {...props} />;
}
