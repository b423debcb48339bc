import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderScreen } from '@/test/render';
import { ErrorSummary, PasswordField, TextField } from '@/ui';

describe('TextField', () => {
  it('ties its label, its hint and its error to the input', () => {
    renderScreen(
      <TextField label="Email" isRequired error="Complete the address." description="Where invitations go." />,
    );
    const input = screen.getByRole('textbox', { name: /Email/ });
    const notes = document.getElementById(input.getAttribute('aria-describedby')!)!;
    expect(notes.textContent).toContain('Complete the address.');
    expect(notes.textContent).toContain('Where invitations go.');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(input.getAttribute('aria-required')).toBe('true');
  });

  it('can be read and copied, not changed, when it is read-only', async () => {
    const { user } = renderScreen(<TextField label="Email" isReadOnly defaultValue="ana@example.org" />);
    const input = screen.getByRole('textbox', { name: 'Email' });
    await user.type(input, 'x');
    expect(input).toHaveProperty('value', 'ana@example.org');
  });
});

describe('PasswordField', () => {
  it('can be pasted into and shown', async () => {
    const { user } = renderScreen(<PasswordField label="Password" autoComplete="current-password" />);
    const input = screen.getByLabelText('Password');
    await user.click(input);
    await user.paste('horse battery');
    expect(input).toHaveProperty('value', 'horse battery');
    expect(input.getAttribute('type')).toBe('password');
    await user.click(screen.getByRole('button', { name: 'Show password' }));
    expect(input.getAttribute('type')).toBe('text');
  });

  it('says which rules are met', () => {
    renderScreen(
      <PasswordField
        label="Password"
        autoComplete="new-password"
        rules={[
          { label: '8 to 128 characters', isMet: true },
          { label: 'No space at the end', isMet: false },
        ]}
      />,
    );
    const [first, second] = screen.getAllByRole('listitem');
    expect(first!.textContent).toContain('(met)');
    expect(second!.textContent).not.toContain('(met)');
  });
});

describe('ErrorSummary', () => {
  it('receives focus on every refused submission', () => {
    const problems = [{ message: 'Complete the address.' }];
    const { rerender } = renderScreen(<ErrorSummary problems={[]} attempt={0} />);
    rerender(<ErrorSummary problems={problems} attempt={1} />);
    expect(document.activeElement).toBe(screen.getByRole('alert'));
    (document.activeElement as HTMLElement).blur();
    rerender(<ErrorSummary problems={problems} attempt={2} />);
    expect(document.activeElement).toBe(screen.getByRole('alert'));
  });
});
