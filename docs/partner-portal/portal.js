// A partner portal in one file: it lists, searches and pages the people whom its API client may see. It asks Portico's
// GraphQL API from another site, with the client's token and never with a cookie.

const pageSize = 20;

const PeopleQuery = `
  query People($first: Int, $after: Cursor, $last: Int, $before: Cursor, $search: String) {
    users(first: $first, after: $after, last: $last, before: $before, filter: { search: $search }, orderBy: [{ field: LAST_NAME }]) {
      totalCount
      totalCountIsEstimate
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges { node { id firstName lastName email title company { name } } }
    }
  }`;

/** A refusal in words that the person in front of the page can do something about. */
class Refusal extends Error {}

const at = (id) => document.getElementById(id);
const trouble = at('trouble');

/** The address and the token, which live as long as the tab. */
const memory = {
  read: () => JSON.parse(sessionStorage.getItem('portico') ?? 'null'),
  keep: (connection) => sessionStorage.setItem('portico', JSON.stringify(connection)),
  forget: () => sessionStorage.removeItem('portico'),
};

/** Asks Portico, and answers the data. */
async function ask({ hub, token }, query, variables, signal) {
  let response;
  try {
    response = await fetch(new URL('/graphql', hub), {
      method: 'POST',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: {
        Accept: 'application/graphql-response+json',
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ query, variables }),
      signal,
    });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    // A browser tells no more of an answer that it may not read.
    throw new Refusal(
      `Portico does not answer this page. Either its address is wrong, or ${location.origin} is not among the API client's allowed origins, or its access has ended.`,
    );
  }
  const body = await response.json().catch(() => null);
  const error = body?.errors?.[0];
  if (response.status === 401 || error?.extensions?.code === 'UNAUTHENTICATED') {
    throw new Refusal('The access of this page has ended: its token is unknown, expired or revoked.');
  }
  if (error) throw new Refusal(error.message);
  if (!response.ok || !body?.data) throw new Refusal('Portico could not answer. Try again in a moment.');
  return body.data;
}

let shown; // the page of people that is shown
let asking; // aborts the question before

async function show(place = { first: pageSize }) {
  asking?.abort();
  asking = new AbortController();
  const { signal } = asking;
  const search = at('search').value.trim() || null;
  try {
    const { users } = await ask(memory.read(), PeopleQuery, { ...place, search }, signal);
    shown = users;
    fill(users, search);
    say('');
  } catch (error) {
    if (error.name === 'AbortError') return;
    if (!(error instanceof Refusal)) throw error;
    // What may not be seen any more is not left standing.
    shown = undefined;
    at('rows').replaceChildren();
    at('count').textContent = '';
    pages(undefined);
    say(error.message);
  }
}

function fill(users, search) {
  at('rows').replaceChildren(...users.edges.map(({ node }) => row(node)));
  const about = users.totalCountIsEstimate ? 'about ' : '';
  const people = users.totalCount === 1 ? 'person' : 'people';
  at('count').textContent =
    users.totalCount === 0
      ? `Nobody${search ? ' matches' : ' is to be seen'}.`
      : `${about}${users.totalCount.toLocaleString()} ${people}`;
  pages(users.pageInfo);
}

function row({ firstName, lastName, email, title, company }) {
  const line = document.createElement('tr');
  const cells = [`${firstName} ${lastName}`, email, title ?? '', company?.name ?? ''];
  cells.forEach((text, index) => {
    const cell = document.createElement(index === 0 ? 'th' : 'td');
    if (index === 0) cell.scope = 'row';
    cell.textContent = text;
    line.append(cell);
  });
  return line;
}

function pages(info) {
  at('previous').disabled = !info?.hasPreviousPage;
  at('next').disabled = !info?.hasNextPage;
}

function say(text) {
  trouble.textContent = text;
  trouble.hidden = !text;
}

/** Shows the list where there is a token, and the way to give one where there is none. */
function open() {
  const isConnected = memory.read() !== null;
  at('connect').hidden = isConnected;
  at('list').hidden = at('leave').hidden = !isConnected;
  if (isConnected) void show();
}

at('connect').addEventListener('submit', (event) => {
  event.preventDefault();
  const { hub, token } = Object.fromEntries(new FormData(event.target));
  memory.keep({ hub, token: token.trim() });
  event.target.reset();
  open();
  at('search').focus();
});

at('leave').addEventListener('click', () => {
  asking?.abort();
  memory.forget();
  at('rows').replaceChildren();
  at('search').value = '';
  say('');
  open();
  at('hub').focus();
});

let waiting;
at('find').addEventListener('submit', (event) => event.preventDefault());
at('search').addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => void show(), 200);
});
at('next').addEventListener('click', () => turn({ first: pageSize, after: shown.pageInfo.endCursor }));
at('previous').addEventListener('click', () => turn({ last: pageSize, before: shown.pageInfo.startCursor }));

async function turn(place) {
  await show(place);
  at('people').focus();
}

open();
