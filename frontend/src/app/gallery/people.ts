/** Made-up people for the gallery's grid. */
export interface Person {
  id: string;
  name: string;
  email: string;
  state: 'Active' | 'Inactive' | 'Invited' | 'Locked';
  role: string;
  group: string;
}

const names = [
  'Ana Adams',
  'Björn Åkesson',
  'Chidi Okonkwo',
  'Ελένη Παππά',
  'Dara Ní Bhriain',
  'Elif Yılmaz',
  'Farah Haddad',
  'Giulia De Santis',
  'Hana Suzuki-Watanabe',
  'Ольга Иванова',
  'Jun Park',
  'Katarzyna Wójcik',
];
const states = ['Active', 'Active', 'Invited', 'Active', 'Inactive', 'Active', 'Locked'] as const;

export const people: Person[] = Array.from({ length: 400 }, (_, index) => ({
  id: String(index),
  name: names[index % names.length]!,
  email: `person.${index + 1}@example.org`,
  state: states[index % states.length]!,
  role: index % 9 === 0 ? 'Portal Administrator' : 'Member',
  group: index % 3 === 0 ? 'Board' : 'Default',
}));
