import { graphql } from '@/gen';
import type { TemplatePageQuery } from '@/gen/graphql';

export const TemplateDocument = graphql(`
  query TemplatePage($id: ID!) {
    node(id: $id) {
      __typename
      ... on Template {
        id
        version
        kind
        locale
        subject
        text
        html
        isEdited
        placeholders {
          name
          meaning
          isNeeded
          isSecret
        }
      }
    }
  }
`);

export type Template = Extract<TemplatePageQuery['node'], { __typename: 'Template' }>;

export const UpdateDocument = graphql(`
  mutation UpdateTemplate($input: UpdateTemplateInput!) {
    updateTemplate(input: $input) {
      template {
        id
        version
        subject
        text
        html
        isEdited
      }
      userErrors {
        code
        field
        message
        params
        relatedId
      }
      warnings {
        code
        field
        message
        params
        relatedId
      }
      undo {
        token
        expiresAt
      }
    }
  }
`);

/** What the editor holds. */
export interface Words {
  subject: string;
  text: string;
  html: string;
}

export const parts = ['subject', 'text', 'html'] as const;

export const wordsOf = ({ subject, text, html }: Words): Words => ({ subject, text, html });
