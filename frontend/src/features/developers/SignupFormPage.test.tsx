import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderScreen } from '@/test/render';
import SignupFormPage from './SignupFormPage';

const show = (answer: unknown) =>
  renderScreen(<SignupFormPage />, {
    viewer: { permissions: ['SETTINGS_WRITE', 'API_CLIENTS_WRITE'] },
    answers: { SignupFormPage: answer },
  });

describe('SignupFormPage', () => {
  it('says that no sites are listed once it knows', async () => {
    show({ settings: { redirectOrigins: [] } });
    expect(screen.queryByText(/No sites are listed yet/)).toBeNull();
    expect(await screen.findByText(/No sites are listed yet/)).toBeTruthy();
  });

  it('says so when it cannot know', async () => {
    show(undefined);
    expect(await screen.findByText('no answer for SignupFormPage')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Retry' })).toBeTruthy();
    expect(screen.queryByText(/No sites are listed yet/)).toBeNull();
  });
});
