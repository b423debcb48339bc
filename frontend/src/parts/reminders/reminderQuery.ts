import { graphql } from '@/gen';
import type { ReminderFactsFragment } from '@/gen/graphql';

/** What is shown of a reminder wherever it stands. */
export const ReminderFacts = graphql(`
  fragment ReminderFacts on Reminder {
    id
    version
    title
    note
    dueAt
    isDue
    timeZone
    recurrence
    doneAt
    user {
      id
      firstName
      lastName
    }
    assignee {
      id
      firstName
      lastName
    }
  }
`);

export type Reminder = ReminderFactsFragment;

/** What shows reminders, and asks again after one changed. */
export const touchedByReminders = ['Reminder', 'ReminderConnection'];

export const CreateReminder = graphql(`
  mutation CreateReminder($input: CreateReminderInput!) {
    createReminder(input: $input) {
      reminder {
        ...ReminderFacts
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
      }
      warnings {
        code
        field
        message
      }
    }
  }
`);

export const UpdateReminder = graphql(`
  mutation UpdateReminder($input: UpdateReminderInput!) {
    updateReminder(input: $input) {
      reminder {
        ...ReminderFacts
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
      }
      warnings {
        code
        field
        message
      }
    }
  }
`);

export const CompleteReminder = graphql(`
  mutation CompleteReminder($input: IDInput!, $version: Int) {
    completeReminder(input: $input, version: $version) {
      reminder {
        ...ReminderFacts
      }
      undo {
        token
        expiresAt
      }
      userErrors {
        message
      }
    }
  }
`);

export const DeleteReminder = graphql(`
  mutation DeleteReminder($input: IDInput!) {
    deleteReminder(input: $input) {
      deletedId
      undo {
        token
        expiresAt
      }
      userErrors {
        message
      }
    }
  }
`);
