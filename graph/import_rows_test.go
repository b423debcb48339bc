package graph_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/change"
	"github.com/portico-hub/portico/ent/gen/ent/consentchange"
	"github.com/portico-hub/portico/ent/gen/ent/user"
	"github.com/portico-hub/portico/server/account"
	"github.com/portico-hub/portico/server/hubtest"
)

// bringIn checks and runs rows under headings, and returns both.
func bringIn(c *hubtest.Client, hub *hubtest.Hub, options, in vars, rows ...string) (check, done *hubtest.Answer) {
	hub.T.Helper()
	check = checked(c, hub, "people.csv", lines(rows...), options)
	done = imported(c, hub, check, in)
	if a, b := strings.TrimPrefix(came(check), "CHECKED"), strings.TrimPrefix(came(done), "DONE"); a != b || problems(check) != problems(done) {
		hub.T.Errorf("the check said%s, the run came to%s\n%s\n%s", a, b, problems(check), problems(done))
	}
	return check, done
}

// personal is what a card shows of a user, in one line.
func personal(c *hubtest.Client, hub *hubtest.Hub, email string) string {
	hub.T.Helper()
	a := c.Must(`query($e:String!){userByEmail(email:$e){firstName lastName title address company{name} status role{name} note emailSubscribed emailSubscriptionSource
		memberships{role group{name}} assignments{company{name} contract{number}} account{email loginName state notify}}}`, vars{"e": email})
	u, _ := a.At("userByEmail").(map[string]any)
	line := fmt.Sprint(u["firstName"], " ", u["lastName"], ", ", u["title"], ", ", u["address"], ", ", a.Text("userByEmail.company.name"), ", ", u["status"], ", ",
		a.Text("userByEmail.role.name"), ", ", u["note"], ", ", u["emailSubscribed"], " ", u["emailSubscriptionSource"])
	for i := range a.At("userByEmail.memberships").([]any) {
		line += "; " + a.Text(fmt.Sprintf("userByEmail.memberships.%d.group.name", i)) + " " + a.Text(fmt.Sprintf("userByEmail.memberships.%d.role", i))
	}
	for i := range a.At("userByEmail.assignments").([]any) {
		line += "; " + a.Text(fmt.Sprintf("userByEmail.assignments.%d.company.name", i)) + "/" + a.Text(fmt.Sprintf("userByEmail.assignments.%d.contract.number", i))
	}
	if a.At("userByEmail.account") != nil {
		line += "; " + a.Text("userByEmail.account.email") + " " + a.Text("userByEmail.account.loginName") + " " + a.Text("userByEmail.account.state") + " " + a.Text("userByEmail.account.notify")
	}
	return line
}

// Each row is one user: found by ID or email and changed where it says otherwise, or made.
func TestImportRows(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		acme := newCompany(hub, "Acme")
		newContract(hub, acme, "C-1")
		newGroup(hub, "Board")
		ana := hub.User("ana@example.org", func(in *account.CreateInput) { in.Title, in.Note = "Chair", "Tea" })
		head := "ID,Version,Email,First Name,Last Name,Title,Address,Company,Status,Role,Global Admin,Groups,Manager Of,Customers,Account Email,Login Name,Send Invitation,Note"
		t.Run("makes with everything", func(t *testing.T) {
			_, done := bringIn(admin, hub, vars{"notify": "IMMEDIATELY"}, nil, head,
				`,,bo@example.org,Bo,Berg,Boss,"Street 1, Oslo",Harbour,Active,,,Board; Crew,Crew,Acme / C-1; Harbour Trust,login@example.org,bo,yes,Coffee`,
				`,,harbour@example.org,Hal,Hansen,,,Harbour Trust,,,,,,,,,,`)
			// Harbour Trust is made by the second row, so the first does not find it.
			equal(t, "the run", came(done), "DONE 2 2 1 0 0 1 0")
			equal(t, "its problem", problems(done), "2 Customers N2 UNKNOWN ERROR")
			bringIn(admin, hub, vars{"notify": "IMMEDIATELY"}, nil, head,
				`,,bo@example.org,Bo,Berg,Boss,"Street 1, Oslo",Harbour,Active,,,Board; Crew,Crew,Acme / C-1; Harbour Trust,login@example.org,bo,yes,Coffee`)
			equal(t, "Bo", personal(admin, hub, "bo@example.org"), "Bo Berg, Boss, Street 1, Oslo, Harbour, ACTIVE, Member, Coffee, false <nil>; Board MEMBER; Crew MANAGER; "+
				"Acme/C-1; Harbour Trust/; login@example.org bo INVITED IMMEDIATELY")
			hub.Settle()
			equal(t, "his mails", len(mailsTo(hub, "login@example.org")), 1)
		})
		t.Run("changes what differs, by ID or by email, and keeps what an empty cell or nothing says", func(t *testing.T) {
			_, done := bringIn(admin, hub, nil, nil, head,
				userID(ana)+",1,,,,-,Street 2,Acme,,,,Board,Board,Acme,,,,", ",,BO@example.org,,Bergh,,,,Inactive,Super User,,,,,,,,-")
			equal(t, "the run", came(done), "DONE 2 2 0 2 0 0 0")
			equal(t, "Ana", personal(admin, hub, "ana@example.org"), "Ana Adams, <nil>, Street 2, Acme, ACTIVE, Member, Tea, false <nil>; Board MANAGER; Acme/")
			equal(t, "Bo", personal(admin, hub, "bo@example.org"), "Bo Bergh, Boss, Street 1, Oslo, Harbour, INACTIVE, Super User, <nil>, false <nil>; Board MEMBER; Crew MANAGER; "+
				"Acme/C-1; Harbour Trust/; login@example.org bo INVITED IMMEDIATELY")
			before := everybody(hub, []*ent.User{ana})
			_, done = bringIn(admin, hub, nil, nil, head, userID(ana)+",2,ana@example.org,Ana,Adams,,Street 2,acme,Active,member,No,board,Board,ACME,,,,Tea")
			equal(t, "what says nothing new", came(done), "DONE 1 1 0 0 1 0 0")
			equal(t, "the users", everybody(hub, []*ent.User{ana}), before)
		})
		t.Run("skips those who are there, if asked to", func(t *testing.T) {
			_, done := bringIn(admin, hub, vars{"onExisting": "SKIP"}, nil, "Email,First Name,Last Name", "ana@example.org,X,Y", "new@example.org,New,Person")
			equal(t, "the run", came(done), "DONE 2 2 1 0 1 0 0")
		})
		t.Run("refuses by the row, and saves the others", func(t *testing.T) {
			_, done := bringIn(admin, hub, nil, nil, head,
				userID(ana)+",1,,,,Stale,,,,,,,,,,,,",
				userID(userOf(hub, "mona@example.org"))+",,other@example.org,,,,,,,,,,,,,,,",
				userID(&ent.User{ID: 1 << 40})+",,,,,,,,,,,,,,,,,",
				",,not an address,A,B,,,,Sleeping,,maybe,,,,,,,",
				",,bo@example.org,,,,,,,,,,,,else@example.org,,,",
				",,bo@example.org,,,,,,,,,,,,,other,,",
				",,dag@example.org,Dag,Dahl,,,,,Wizard,,,Nobody,Acme / C-9,,,,",
				",,eve@example.org,Eve,Eng,,,,,Super User,yes,,,,,,,",
				",,fin@example.org,Fin,Foss,,,,Inactive,,,,,,,,yes,",
				",,gro@example.org,Gro,Gran,,,,,Global Administrator,,Board,,,,,,",
				",,,,,,,,,,,,,,,,,x",
				",,odd@example.org,"+strings.Repeat("x", 201)+",Y,,,,,,,,,,,,,",
				",,fine@example.org,Fine,Fellow,,,,,,,Default,,,,,,")
			equal(t, "the problems", problems(done), strings.Join([]string{
				"2 Version B2 CONFLICT ERROR", "3 Email C3 EMAIL_IS_STATIC ERROR", "4 ID A4 UNKNOWN ERROR", "5 Status I5 INVALID ERROR", "5 Global Admin K5 INVALID ERROR",
				"6 Account Email O6 EMAIL_IS_STATIC ERROR", "7 Email C7 TAKEN ERROR", "8 Role J8 UNKNOWN ERROR", "8 Manager Of M8 GROUP_MANAGER_NEEDS_CUSTOM_GROUP ERROR",
				"8 Customers N8 CONTRACT_NOT_OF_COMPANY ERROR", "9 Role J9 INVALID ERROR", "10 Send Invitation Q10 INVALID ERROR", "11 Global Admin K11 GLOBAL_ADMIN_NEEDS_DEFAULT_GROUP ERROR",
				"12 Email C12 REQUIRED ERROR", "13 First Name D13 INVALID ERROR"}, "\n"))
			equal(t, "the one that was fine", userOf(hub, "fine@example.org").LastName, "Fellow")
		})
		t.Run("finds who stands in a file twice, by ID and by email", func(t *testing.T) {
			dora, eli := hub.User("dora@example.org", nil), hub.User("eli@example.org", nil)
			_, done := bringIn(admin, hub, nil, nil, "ID,Email,Title", userID(dora)+",,One", ",dora@example.org,Two", ",eli@example.org,One", userID(eli)+",,Two")
			equal(t, "the problems", problems(done), "3 Email B3 TAKEN ERROR\n5 ID A5 TAKEN ERROR")
			equal(t, "the run", came(done), "DONE 4 4 0 2 0 2 0")
		})
		t.Run("keeps the last Global Admin", func(t *testing.T) {
			_, done := bringIn(admin, hub, nil, nil, "Email,Role,Status", "mona@example.org,Member,", "new@example.org,,Inactive")
			equal(t, "the problem", problems(done), "2 Role B2 LAST_GLOBAL_ADMIN ERROR")
			equal(t, "the run", came(done), "DONE 2 2 0 1 0 1 0")
		})
	})
}

// A company that the file makes under Company may be named under Customers in that row and below, near or far: the check says what
// the run does, by whoever may make one.
func TestImportNewCompanies(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		c := newCast(hub)
		file := func(by string) []string {
			row := func(at int, company, customers string) string {
				return fmt.Sprintf("%s%d@example.org,P,Person %s%d,%s,%s", by, at, by, at, company, customers)
			}
			rows := []string{"Email,First Name,Last Name,Company,Customers", row(2, "", by+" Trust"), row(3, by+" Trust", by+" Trust"), row(4, "", by+" trust"), by + "5@example.org,P,," + by + " Ghost,",
				row(6, "", by+" Ghost / C-1")}
			for at := 7; at <= 100; at++ {
				rows = append(rows, row(at, "", ""))
			}
			return append(rows, row(101, "", strings.ToUpper(by)+" TRUST; "+by+" Ghost"))
		}
		_, done := bringIn(c.clients["global_administrator"], hub, nil, nil, file("a")...)
		equal(t, "the run", came(done), "DONE 100 100 97 0 0 3 0")
		equal(t, "the problems", problems(done), "2 Customers E2 UNKNOWN ERROR\n5 Last Name C5 REQUIRED ERROR\n6 Customers E6 CONTRACT_NOT_OF_COMPANY ERROR")
		far := personal(c.clients["global_administrator"], hub, "a101@example.org")
		if !strings.Contains(far, "a Trust/; a Ghost/") {
			t.Errorf("the last row came to %s", far)
		}
		_, done = bringIn(c.clients["company_administrator"], hub, nil, nil, file("b")...)
		equal(t, "the problems of who may not make one", problems(done),
			"2 Customers E2 UNKNOWN ERROR\n3 Company D3 FORBIDDEN ERROR\n3 Customers E3 UNKNOWN ERROR\n4 Customers E4 UNKNOWN ERROR\n5 Company D5 FORBIDDEN ERROR\n6 Customers E6 UNKNOWN ERROR\n101 Customers E101 UNKNOWN ERROR")
	})
}

// Consent is withdrawn by a row, and granted by one that names its source; when and how it changed is kept with the row.
func TestImportConsent(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		hub.User("on@example.org", func(in *account.CreateInput) { in.Subscribed = true })
		hub.User("off@example.org", nil)
		_, done := bringIn(admin, hub, nil, nil, "Email,First Name,Last Name,Email Communication,Consent Source",
			"on@example.org,,,No,", "off@example.org,,,Yes,", "new@example.org,New,One,TRUE,", "fair@example.org,Fair,Person,Yes,Trade fair 2026", "on@example.org,,,,")
		equal(t, "the problems", problems(done), "3 Consent Source E3 REQUIRED ERROR\n4 Consent Source E4 REQUIRED ERROR\n6 Email A6 TAKEN ERROR")
		equal(t, "the run", came(done), "DONE 5 5 1 1 0 3 0")
		system := hubtest.System()
		all, err := hub.Store.Ent(system).ConsentChange.Query().Where(consentchange.SourceEQ(consentchange.SourceIMPORT)).Order(consentchange.ByID()).All(system)
		if err != nil || len(all) != 2 {
			t.Fatalf("%v %v", all, err)
		}
		equal(t, "withdrawn", fmt.Sprint(all[0].Subscribed, " ", all[0].Actor, " ", all[0].Proof["file"], " ", all[0].Proof["row"]), "false Mona Kvam people.csv 2")
		equal(t, "granted", fmt.Sprint(all[1].Subscribed, " ", all[1].Proof["source"], " ", all[1].Proof["row"]), "true Trade fair 2026 5")
		_, done = bringIn(admin, hub, nil, nil, "Email,Email Communication", "fair@example.org,Yes")
		equal(t, "what is so already", came(done), "DONE 1 1 0 0 1 0 0")
		// What an export wrote of an earlier Yes is no source of a new one.
		_, done = bringIn(admin, hub, nil, nil, "Email,Email Communication,Consent Source", "off@example.org,Yes,sign-up form", "fair@example.org,Yes,An import")
		equal(t, "the problem", problems(done), "2 Consent Source C2 REQUIRED ERROR")
		equal(t, "an old file", came(done), "DONE 2 2 0 0 1 1 0")
	})
}

// All five warnings keep their row back, until whoever imports insists on exactly those.
func TestImportWarnings(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		write(hub, func(ctx context.Context, tx *ent.Client) error {
			return tx.Company.Create().SetName("Acme").SetEmailDomain("acme.example").Exec(ctx)
		})
		rows := []string{"Email,First Name,Last Name,Company,Cell Phone,Role,Send Invitation",
			"a@acme.example,Ana,Adams,Acme,,,", "b@acme.example,ANA,Adams,acme,,,", "c@other.example,Cai,Cole,Acme,,,", "d@example.org,Dag,Dahl,,call me,,",
			"e@example.org,Eve,Eng,,,Portal Administrator,Yes", "f@other.example,Ana,Adams,Acme,call me,,"}
		check := checked(admin, hub, "people.csv", lines(rows...), nil)
		equal(t, "the check", came(check), "CHECKED 6 6 1 0 0 5 5")
		equal(t, "the warnings", problems(check), strings.Join([]string{"3 Last Name C3 SAME_NAME_IN_COMPANY WARNING", "4 Email A4 EMAIL_DOMAIN_UNLIKE_COMPANY WARNING",
			"5 Cell Phone E5 PHONE_UNPARSEABLE WARNING", "6 Role F6 PRIVILEGED_WITHOUT_FACTOR WARNING", "7 Cell Phone E7 PHONE_UNPARSEABLE WARNING", "7 Email A7 EMAIL_DOMAIN_UNLIKE_COMPANY WARNING"}, "\n"))
		done := imported(admin, hub, check, vars{"overrideWarnings": []string{"PHONE_UNPARSEABLE", "SAME_NAME_IN_COMPANY", "PRIVILEGED_WITHOUT_FACTOR"}})
		equal(t, "the run", came(done), "DONE 6 6 4 0 0 2 2")
		d := userOf(hub, "d@example.org")
		told := admin.Must(`query($id:ID!){node(id:$id){... on User{changes(first:5){edges{node{entity overriddenWarnings}}}}}}`, vars{"id": userID(d)})
		if !strings.Contains(string(told.Body), `"overriddenWarnings":["PHONE_UNPARSEABLE"]`) || strings.Contains(string(told.Body), "SAME_NAME") {
			t.Errorf("history tells of what was overridden: %s", told.Body)
		}
		hub.Settle()
		again := checked(admin, hub, "people.csv", lines(rows...), vars{"overrideWarnings": []string{"EMAIL_DOMAIN_UNLIKE_COMPANY", "PHONE_UNPARSEABLE", "SAME_NAME_IN_COMPANY"}})
		equal(t, "the check of the rest", came(again), "CHECKED 6 6 2 0 4 0 0")
	})
}

// When owners are told is decided for the file; nobody is mailed whose row does not say so.
func TestImportInvitations(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin := hub.Admin()
		hub.User("was@example.org", nil)
		for _, when := range []string{"NEVER", "BY_JOB", "IMMEDIATELY"} {
			low := strings.ToLower(when)
			_, done := bringIn(admin, hub, nil, vars{"notify": when}, "Email,First Name,Last Name,Send Invitation,Login Name",
				low+"-1@example.org,Ana,Adams,Yes,", low+"-2@example.org,Bo,Berg,No,", low+"-3@example.org,Cai,Cole,,cai-"+low, "was@example.org,,,"+map[string]string{"IMMEDIATELY": "Yes"}[when]+",")
			equal(t, "the failed of "+when, done.Int("node.failed"), 0)
			hub.Settle()
			for i, want := range []string{when, "", "NEVER"} {
				line := personal(admin, hub, fmt.Sprintf("%s-%d@example.org", low, i+1))
				if _, opened, _ := strings.Cut(line, "INVITED "); opened != want {
					t.Errorf("%s: %s, not %s", when, line, want)
				}
				mails := 0
				if when == "IMMEDIATELY" && i == 0 {
					mails = 1
				}
				equal(t, "the mails", len(mailsTo(hub, fmt.Sprintf("%s-%d@example.org", low, i+1))), mails)
			}
		}
		equal(t, "the mails to who was there", len(mailsTo(hub, "was@example.org")), 1)
		equal(t, "nobody is told by a check", userOf(hub, "was@example.org").AccountState, user.AccountStateINVITED)
	})
}

// What was overridden stands with the user whom the row made, and neither with others nor with what other rows brought along.
func TestImportOverriddenWhereItWas(t *testing.T) {
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		admin, system := hub.Admin(), hubtest.System()
		insist := func() vars { return vars{"overrideWarnings": []string{"PHONE_UNPARSEABLE", "SAME_NAME_IN_COMPANY"}} }
		noted := func(what string, want ...string) {
			t.Helper()
			all, err := hub.Store.Ent(system).Change.Query().Where(change.OverriddenNotNil()).Order(change.ByID()).All(system)
			if err != nil {
				t.Fatal(err)
			}
			var found []string
			for _, c := range all {
				about := "nobody"
				if c.SubjectID != nil {
					about = hub.Store.Ent(system).User.GetX(system, *c.SubjectID).Email
				}
				found = append(found, fmt.Sprint(c.Entity, " ", about, " ", c.Overridden))
			}
			slices.Sort(found)
			equal(t, what, strings.Join(found, "\n"), strings.Join(want, "\n"))
		}
		_, done := bringIn(admin, hub, insist(), insist(), "Email,First Name,Last Name,Company,Groups,Cell Phone", "a@example.org,Ana,Adams,Acme,Choir,", "b@example.org,Bo,Berg,Bergen,Band,call me")
		equal(t, "the run", came(done), "DONE 2 2 2 0 0 0 0")
		two := []string{"Membership b@example.org [PHONE_UNPARSEABLE]", "User b@example.org [PHONE_UNPARSEABLE]"}
		noted("of two rows", two...)
		_, done = bringIn(admin, hub, insist(), insist(), "Email,First Name,Last Name,Company,Cell Phone", "c@example.org,Cai,Cole,Cork,call me")
		equal(t, "the run of one", came(done), "DONE 1 1 1 0 0 0 0")
		noted("of one row, with the company that it brought", append([]string{"Company nobody [PHONE_UNPARSEABLE]", two[0], "Membership c@example.org [PHONE_UNPARSEABLE]", two[1]}, "User c@example.org [PHONE_UNPARSEABLE]")...)
	})
}
