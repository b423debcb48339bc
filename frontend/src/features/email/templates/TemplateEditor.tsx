import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { WarningCode } from '@/gen/graphql';
import { useField, useSubmission } from '@/lib/forms';
import { useMutation } from '@/lib/hooks';
import { useCan } from '@/lib/viewer';
import { SaveProblems } from '@/parts/conflict/SaveProblems';
import { useVersions, type Versions } from '@/parts/conflict/useVersions';
import { useTakeBack } from '@/parts/undo/useTakeBack';
import { Button, Card, Checkbox, Form, Note, PageBody, Row, showToast, Skeleton, TextField } from '@/ui';
import { drafts } from './drafts';
import styles from './TemplateEditor.module.css';
import { type Template, UpdateDocument, type Words, wordsOf } from './templateQuery';
import { usePartNames } from './usePartNames';
import { Variables } from './Variables';
import { VersionsOf } from './VersionsOf';

// It asks the server first anyway.
const Preview = lazy(() => import('./Preview'));

/** What may be warned of: of words that counted before and count again, nobody is. */
const doubts: WarningCode[] = ['SUBJECT_LONG', 'LINK_ELSEWHERE', 'EXPIRY_UNSAID'];

/** The words that differ. */
function changed(from: Words, to: Words): Partial<Words> {
  const names = Object.keys(to) as (keyof Words)[];
  return Object.fromEntries(names.filter((name) => to[name] !== from[name]).map((name) => [name, to[name]]));
}

interface Props {
  template: Template;
  refetch: () => void;
}

/** The words of a template, with what they look like beside them as they are typed. */
export function TemplateEditor({ template, refetch }: Props) {
  const { t } = useLingui();
  const can = useCan();
  const takeBack = useTakeBack();
  const { run } = useMutation(UpdateDocument, { touches: ['Template', 'Change', 'ChangeConnection'] });
  const form = useForm<Words>({ defaultValues: wordsOf(template), shouldFocusError: false });
  const versions = useVersions(form, { version: template.version, values: wordsOf(template) });
  const { base, begin } = versions;
  const { control } = form;
  const nameOf = usePartNames();
  const [isRestored, setRestored] = useState(false);
  const isResetting = useRef(false);
  const words = useWatch({ control }) as Words;
  useDraft({ form, id: template.id, versions, onRestored: () => setRestored(true) });
  const { onSubmit, problems, attempt, warnings, overrides, setOverrides, isPending } = useSubmission({
    form,
    send: async (values: Words, codes) => {
      // A part that nobody touched goes on following what is said without this template.
      const said = isResetting.current ? { subject: null, text: null, html: null } : changed(base.values, values);
      const overrideWarnings = isResetting.current ? doubts : (codes as WarningCode[]);
      return (await run({ input: { id: template.id, version: base.version, ...said, overrideWarnings } }))
        .updateTemplate;
    },
    onSaved: ({ template: saved, undo }) => {
      if (saved) begin({ version: saved.version, values: wordsOf(saved) });
      drafts.drop(template.id);
      setRestored(false);
      showToast({ message: <Trans>The template was saved.</Trans>, undo: takeBack(undo) });
    },
  });
  const submit = (reset: boolean) => {
    isResetting.current = reset;
    void onSubmit();
  };
  return (
    <PageBody>
      <div className={styles.split}>
        <Form
          label={t`Template`}
          onSubmit={(event) => {
            event.preventDefault();
            submit(false);
          }}
        >
          <SaveProblems
            {...{ versions, problems, attempt, refetch }}
            outrun={t`Nothing was saved: somebody else changed this template in the meantime.`}
            words={({ subject, text, html }) => ({ [t`Subject`]: subject, [t`Text`]: text, [t`HTML`]: html })}
          />
          {isRestored && (
            <Note
              tone="info"
              title={t`What you typed before and did not save is here again.`}
              actions={
                <Button
                  onPress={() => {
                    begin(versions.now);
                    drafts.drop(template.id);
                    setRestored(false);
                  }}
                >
                  {t`Drop it`}
                </Button>
              }
            />
          )}
          <Card title={t`Words`}>
            <Variables form={form} placeholders={template.placeholders} />
            <TextField label={t`Subject`} isRequired autoComplete="off" {...useField(control, 'subject')} />
            <div className={styles.source}>
              <TextField label={t`Plain text`} multiline isRequired spellCheck="true" {...useField(control, 'text')} />
            </div>
            <div className={styles.source}>
              <TextField
                label={t`HTML`}
                multiline
                isRequired
                spellCheck="false"
                description={t`It loads and runs nothing: no scripts, forms or pictures. Links lead to ${'{{link}}'} or to https.`}
                {...useField(control, 'html')}
              />
            </div>
          </Card>
          {warnings.length > 0 && (
            <Note tone="warn" role="alert" title={t`Nothing was saved yet. Look at this first:`}>
              <ul>
                {warnings.map(({ field, message }) => (
                  <li key={`${field?.[0]} ${message}`}>
                    {field?.[0] && `${nameOf(field[0])}: `}
                    {message}
                  </li>
                ))}
              </ul>
              <Checkbox label={t`Override warnings`} value={overrides} onChange={setOverrides} />
            </Note>
          )}
          <Row>
            <Button type="submit" variant="primary" isPending={isPending}>
              {t`Save Template`}
            </Button>
            {template.isEdited && (
              <Button onPress={() => submit(true)} isPending={isPending}>
                {t`Reset to the built-in text`}
              </Button>
            )}
          </Row>
        </Form>
        <div className={styles.beside}>
          <Suspense fallback={<Skeleton lines={8} />}>
            <Preview id={template.id} words={words} />
          </Suspense>
          {can('CHANGES_READ') && <VersionsOf id={template.id} />}
        </div>
      </div>
    </PageBody>
  );
}

/** What was typed and not saved is kept when the screen is left, and asked about when the page is. */
function useDraft({
  form,
  id,
  versions: { base, begin },
  onRestored,
}: {
  form: ReturnType<typeof useForm<Words>>;
  id: string;
  versions: Versions<Words>;
  onRestored: () => void;
}) {
  const { isDirty } = form.formState;
  const restore = useEffectEvent(() => {
    const draft = drafts.of(id);
    if (!draft) return;
    begin(draft.base); // saving meets whatever was saved since
    for (const [name, value] of Object.entries(draft.words)) {
      form.setValue(name as keyof Words, value as string, { shouldDirty: true });
    }
    onRestored();
  });
  const leave = useEffectEvent(() => {
    if (isDirty) drafts.keep(id, { base, words: form.getValues() });
    else drafts.drop(id);
  });
  useEffect(() => {
    restore();
    return () => leave();
  }, []);
  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isDirty]);
}
