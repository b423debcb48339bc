import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useState } from 'react';
import { type FieldErrors, useForm } from 'react-hook-form';
import { useField, useSubmission } from '@/lib/forms';
import { useMutation } from '@/lib/hooks';
import { useViewer } from '@/lib/viewer';
import { SaveProblems } from '@/parts/conflict/SaveProblems';
import { useVersions } from '@/parts/conflict/useVersions';
import { useTakeBack } from '@/parts/undo/useTakeBack';
import { usePeople } from '@/parts/users/usePeople';
import { Button, ComboBox, Dialog, FieldGrid, Form, type Option, Select, showToast, TextField, Whole } from '@/ui';
import { changesOf, inputOf, type ReminderValues, startOf, valuesOf } from './reminderForm';
import { CreateReminder, type Reminder, touchedByReminders, UpdateReminder } from './reminderQuery';
import { useReminder } from './useReminder';
import { useReminderText } from './useReminderText';
import { useRepeatOptions } from './useRepeatOptions';

interface Props {
  /** The one to change; none makes a new one. */
  reminder?: Reminder;
  /** Whom a new one is about, where that is known. */
  about?: Option;
  /** The day of a new one. */
  date?: string;
  onClose: () => void;
}

const touches = { touches: touchedByReminders };

/** Sets a reminder, or changes one. */
export default function ReminderDialog({ reminder, about, date, onClose }: Props) {
  const { t } = useLingui();
  const id = useId();
  const { user } = useViewer();
  const [start] = useState(() => startOf(user, about, date));
  const { now, refetch } = useReminder(reminder);
  const read = now ? { version: now.version, values: valuesOf(now) } : { version: 0, values: start };
  const form = useForm<ReminderValues>({
    defaultValues: read.values,
    shouldFocusError: false,
    resolver: (values) => {
      const missing: FieldErrors<ReminderValues> = {};
      const say = (name: keyof ReminderValues, message: string) => (missing[name] = { type: 'required', message });
      if (!values.about) say('about', t`Say whom it is about.`);
      if (!values.title.trim()) say('title', t`Say what to remember.`);
      if (!values.date) say('date', t`Choose a date.`);
      if (!values.time) say('time', t`Choose a time.`);
      return Object.keys(missing).length > 0 ? { values: {}, errors: missing } : { values, errors: {} };
    },
  });
  const versions = useVersions(form, read);
  const { base } = versions;
  const words = useReminderText();
  const takeBack = useTakeBack();
  const { run: create } = useMutation(CreateReminder, touches);
  const { run: update } = useMutation(UpdateReminder, touches);
  const { onSubmit, problems, attempt, isPending } = useSubmission({
    form,
    fieldNames: { userId: 'about', assigneeId: 'assignee', dueAt: 'date', recurrence: 'repeat' },
    send: async (values: ReminderValues) => {
      if (!reminder) return (await create({ input: { ...inputOf(values), userId: values.about!.id } })).createReminder;
      const input = { id: reminder.id, version: base.version, ...changesOf(values, base.values) };
      return (await update({ input })).updateReminder;
    },
    onSaved: ({ undo }, { title }) => {
      const message = reminder ? <Trans>{title} was saved.</Trans> : <Trans>{title} was set.</Trans>;
      showToast({ message, undo: takeBack(undo) });
      onClose();
    },
  });
  return (
    <Dialog
      title={reminder ? t`Edit reminder` : t`New reminder`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t`Cancel`}</Button>
          <Button type="submit" form={id} variant="primary" isPending={isPending}>
            {t`Save`}
          </Button>
        </>
      }
    >
      <Form id={id} onSubmit={(event) => void onSubmit(event)}>
        <SaveProblems
          {...{ versions, problems, attempt, refetch, words }}
          outrun={t`Nothing was saved: somebody else changed this reminder in the meantime.`}
        />
        <Fields control={form.control} timeZone={base.values.timeZone} isAboutKnown={!!reminder || !!about} />
      </Form>
    </Dialog>
  );
}

interface FieldsProps {
  control: ReturnType<typeof useForm<ReminderValues>>['control'];
  timeZone: string;
  isAboutKnown: boolean;
}

function Fields({ control, timeZone, isAboutKnown }: FieldsProps) {
  const { t } = useLingui();
  const title = useField(control, 'title');
  const note = useField(control, 'note');
  const date = useField(control, 'date');
  const repeat = useField(control, 'repeat');
  const repeats = useRepeatOptions(control);
  return (
    <FieldGrid>
      {!isAboutKnown && (
        <Whole>
          <Person control={control} name="about" label={t`About`} />
        </Whole>
      )}
      <Whole>
        <TextField label={t`What to remember`} isRequired autoFocus maxLength={200} autoComplete="off" {...title} />
      </Whole>
      <TextField label={t`Date`} type="date" isRequired {...date} />
      <TextField label={t`Time`} type="time" description={timeZone} isRequired {...useField(control, 'time')} />
      <Select label={t`Repeat`} options={repeats} {...repeat} />
      <Person control={control} name="assignee" label={t`For`} />
      <Whole>
        <TextField label={t`Note`} multiline maxLength={2000} {...note} />
      </Whole>
    </FieldGrid>
  );
}

interface PersonProps {
  control: FieldsProps['control'];
  name: 'about' | 'assignee';
  label: string;
}

/** A user, found while typing. */
function Person({ control, name, label }: PersonProps) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const { options, isLoading } = usePeople(text);
  const { user } = useViewer();
  const field = useField(control, name);
  const isMine = name === 'assignee' && field.value?.id === user.id;
  return (
    <ComboBox
      label={label}
      isRequired={name === 'about'}
      placeholder={t`Name, email`}
      description={isMine ? t`That is you.` : undefined}
      options={options}
      isLoading={isLoading}
      onSearch={setText}
      {...field}
    />
  );
}
