import { useLingui } from '@lingui/react/macro';
import type { Payload } from '@/lib/submission';
import { Button, Form, Row } from '@/ui';
import { type TextsOptions, useTexts } from './useTexts';

interface Props<Name extends string, P extends Payload> extends TextsOptions<Name, P> {
  /** Names the form for screen readers. */
  label: string;
  onDone: () => void;
}

/** Changes a thing in its place; its first field takes the focus. */
export function TextsForm<Name extends string, P extends Payload>({ label, onDone, ...options }: Props<Name, P>) {
  const { t } = useLingui();
  const { content, onSubmit, isPending } = useTexts(options);
  return (
    <Form label={label} onSubmit={(event) => void onSubmit(event)}>
      {content}
      <Row>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t`Save`}
        </Button>
        <Button onPress={onDone}>{t`Cancel`}</Button>
      </Row>
    </Form>
  );
}
