package main

// work is one thing that people do, and how well Portico should do it.
type work struct {
	// name begins with what SPEED.md calls it; key is how contestants are asked for it.
	name, key string
	// query is what Portico is asked; the variables come from the sample.
	query string
	goal  goal
}

// goal is what Portico aims at; 0 means that there is none.
type goal struct {
	// limit bounds Portico's CPU, as a multiple of raw SQL and executor together.
	limit float64
	// raw bounds it as a multiple of raw SQL alone.
	raw float64
	// rate is the share of raw SQL's requests a second that Portico must reach.
	rate float64
	// least is how many requests a second it must do.
	least float64
	// growth bounds Portico's CPU with the most users, as a multiple of that with the fewest.
	growth float64
}

const (
	person = `id email firstName lastName title company{name} cellPhone createdAt status groups(first:10){edges{node{id name}}}`
	page   = `edges{node{` + person + `}} pageInfo{hasNextPage endCursor}`
	byName = `orderBy:[{field:LAST_NAME,direction:ASC}]`
	among  = `filter:{status:[ACTIVE],groupIds:[$group],createdAt:{from:$since}}`
)

// since is the createdAt from of W3: a third of the made-up users are younger.
const since = "2024-11-01T00:00:00Z"

var works = []work{
	{"W1 first page", "first", `query W1{users(first:50,` + byName + `){` + page + `}}`, goal{limit: 1.5, growth: 1.3}},
	{"W1 deep", "deep", `query W1D($after:Cursor){users(first:50,after:$after,` + byName + `){` + page + `}}`, goal{limit: 1.5, growth: 1.3}},
	{"W2 common", "common", searching, goal{limit: 1.5, growth: 1.5}},
	{"W2 rare", "rare", searching, goal{limit: 1.5, growth: 1.5}},
	{"W2 no match", "none", searching, goal{limit: 2, growth: 1.5}},
	{"W3 group of 1 %", "small", `query W3($group:ID!,$since:Time){users(first:50,` + among + `,` + byName + `){` + page + ` totalCount(exact:true)}}`, goal{limit: 2}},
	{"W3 largest group", "large", `query W3L($group:ID!,$since:Time){users(first:50,` + among + `,` + byName + `){` + page + ` totalCount}}`, goal{limit: 1.5}},
	{"W4 one user", "one", `query W4($id:ID!){node(id:$id){...on User{` + person + ` activities(first:5){edges{node{id kind summary source occurredAt}}}}}}`, goal{raw: 3}},
	{"W5 create", "create", `mutation W5($input:CreateUserInput!){createUser(input:$input){user{id} userErrors{code}}}`, goal{rate: 0.5}},
	{"W6 append", "append", `mutation W6($input:RecordActivityInput!){recordActivity(input:$input){activity{id kind summary} userErrors{code}}}`, goal{rate: 0.6}},
	{"W6 by the thousand", "thousand", `mutation W6K($input:[RecordActivityInput!]!){recordActivities(input:$input){recorded userErrors{code}}}`, goal{least: 40}},
}

const searching = `query W2($search:String){users(first:50,filter:{search:$search},` + byName + `){` + page + `}}`

// changes reports whether a work changes the data: it comes last and is asked once by each request.
func (w work) changes() bool { return w.key == "create" || w.records() > 0 }

// records is how many activities one request of a work records.
func (w work) records() int { return map[string]int{"append": 1, "thousand": 1000}[w.key] }
