import { useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import type { Payload } from '@/lib/submission';
import { Button, Dialog, Form } from '@/ui';
import { type TextsOptions, useTexts } from './useTexts';

interface Props<Name extends string, P extends Payload> extends TextsOptions<Name, P> {
  title: string;
  /** The word on the button; **Save** unless said. */
  saveLabel?: string;
  onClose: () => void;
}

/** Makes or changes a small thing in a window. */
export function TextsDialog<Name extends string, P extends Payload>(props: Props<Name, P>) {
  const { title, saveLabel, onClose, ...options } = props;
  const { t } = useLingui();
  const id = useId();
  const { content, onSubmit, isPending } = useTexts(options);
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t`Cancel`}</Button>
          <Button type="submit" form={id} variant="primary" isPending={isPending}>
            {saveLabel ?? t`Save`}
          </Button>
        </>
      }
    >
      <Form id={id} onSubmit={(event) => void onSubmit(event)}>
        {content}
      </Form>
    </Dialog>
  );
}
