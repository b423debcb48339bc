import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { Chip, Row, Stack, Tooltip } from '@/ui';
import { parts, type Template, type Words } from './templateQuery';

interface Props {
  form: UseFormReturn<Words>;
  placeholders: Template['placeholders'];
}

type Part = keyof Words;

const isPart = (name: string): name is Part => (parts as readonly string[]).includes(name);

/** What may stand in the words: each is put where the cursor was last, by a click or by the keyboard. */
export function Variables({ form, placeholders }: Props) {
  const { t } = useLingui();
  const last = useRef<{ part: Part; start: number; end: number }>({ part: 'text', start: 0, end: 0 });
  useEffect(() => {
    // Where the cursor is when a field is left is where it goes on.
    const note = ({ target }: FocusEvent) => {
      const field = target as HTMLTextAreaElement | null;
      if (field && 'selectionStart' in field && isPart(field.name)) {
        last.current = { part: field.name, start: field.selectionStart ?? 0, end: field.selectionEnd ?? 0 };
      }
    };
    addEventListener('focusout', note);
    return () => removeEventListener('focusout', note);
  }, []);

  function insert(name: string) {
    const { part, start, end } = last.current;
    const words = form.getValues(part);
    const word = `{{${name}}}`;
    form.setValue(part, words.slice(0, start) + word + words.slice(end), { shouldDirty: true });
    form.setFocus(part);
    const at = start + word.length;
    last.current = { part, start: at, end: at };
    requestAnimationFrame(() => {
      const field = document.activeElement;
      if (field && 'setSelectionRange' in field) (field as HTMLTextAreaElement).setSelectionRange(at, at);
    });
  }

  return (
    <Stack>
      <p>
        <Trans>Variables, put where the cursor was last:</Trans>
      </p>
      <Row>
        {placeholders.map(({ name, meaning, isNeeded }) => (
          <Tooltip key={name} content={isNeeded ? t`${meaning} Needed.` : meaning}>
            <Chip label={name} aria-label={t`Insert ${name}: ${meaning}`} onPress={() => insert(name)} />
          </Tooltip>
        ))}
      </Row>
    </Stack>
  );
}
