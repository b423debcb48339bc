import { screen } from '@testing-library/react';
import { useForm } from 'react-hook-form';
import { describe, expect, it, vi } from 'vitest';
import { Failure } from './failure';
import { type Payload, useField, useSubmission } from './forms';
import { renderScreen } from '@/test/render';

type Send = (values: { email: string }, overrides: string[]) => Promise<Payload>;

function Input({ control }: { control: ReturnType<typeof useForm<{ email: string }>>['control'] }) {
  const { error, ...field } = useField(control, 'email');
  return (
    <>
      <input aria-label="Email" {...field} />
      <p>{error}</p>
    </>
  );
}

function Form({ send, onSaved }: { send: Send; onSaved: () => void }) {
  const form = useForm({ defaultValues: { email: '' }, shouldFocusError: false });
  const submission = useSubmission({ form, send, onSaved, fieldNames: { 'account.email': 'email' } });
  return (
    <form onSubmit={submission.onSubmit}>
      <ul>
        {submission.problems.map((problem) => (
          <li key={problem.message}>
            {problem.onGo ? (
              <button type="button" onClick={problem.onGo}>{`Go: ${problem.message}`}</button>
            ) : (
              problem.message
            )}
          </li>
        ))}
      </ul>
      <Input control={form.control} />
      {submission.warnings.length > 0 && (
        <input
          type="checkbox"
          aria-label="Override warnings"
          checked={submission.overrides}
          onChange={(event) => submission.setOverrides(event.target.checked)}
        />
      )}
      <button>Save</button>
    </form>
  );
}

const saved: Payload = { userErrors: [], warnings: [] };
const warning = { code: 'PHONE_UNPARSEABLE', message: 'This does not look like a phone number.' };
const warned: Payload = { userErrors: [{ code: 'WARNINGS', message: 'Look at the warnings.' }], warnings: [warning] };

function setUp(send: Send) {
  const onSaved = vi.fn();
  const page = renderScreen(<Form send={send} onSaved={onSaved} />);
  return { ...page, onSaved, save: () => page.user.click(screen.getByRole('button', { name: 'Save' })) };
}

describe('useSubmission', () => {
  it('puts an error under its field and into the summary, from where it leads to the field', async () => {
    const error = { code: 'TAKEN', field: ['input', 'account', 'email'], message: 'That address is taken.' };
    const { user, save, onSaved } = setUp(async () => ({ userErrors: [error], warnings: [] }));
    await save();
    expect(screen.getByText('That address is taken.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Go: That address is taken.' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Email'));
    expect(onSaved).not.toHaveBeenCalled();
  });

  it('blocks on warnings once, then sends exactly those that were shown', async () => {
    const send = vi.fn<Send>(async (_values, overrides) => (overrides.length ? saved : warned));
    const { user, save, onSaved } = setUp(send);
    await save();
    expect(onSaved).not.toHaveBeenCalled();
    await save();
    expect(send).toHaveBeenLastCalledWith({ email: '' }, []);
    await user.click(screen.getByRole('checkbox', { name: 'Override warnings' }));
    await save();
    expect(send).toHaveBeenLastCalledWith({ email: '' }, ['PHONE_UNPARSEABLE']);
    expect(onSaved).toHaveBeenCalledTimes(1);
  });

  it('says in words when no answer came', async () => {
    const { save } = setUp(async () => {
      throw new Failure('offline', "Portico can't be reached.");
    });
    await save();
    expect(screen.getByText("Portico can't be reached.")).toBeTruthy();
  });
});
