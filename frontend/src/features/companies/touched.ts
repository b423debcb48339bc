/** What may show something else once a company or a contract was changed. */
export const touched = {
  touches: ['Company', 'CompanyConnection', 'Contract', 'User', 'UserConnection', 'Change', 'ChangeConnection'],
};
