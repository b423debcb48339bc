package store_test

import (
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"strings"
	"testing"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/change"
	"github.com/portico-hub/portico/server/hubtest"
)

// The journal is read by people, sent to webhooks and exported. A walk through everything that knows a secret leaves
// none in it, neither new nor old.
func TestJournalHoldsNoSecret(t *testing.T) {
	t.Parallel()
	hubtest.Each(t, func(t *testing.T, hub *hubtest.Hub) {
		const second = "second-kettle-on-tin"
		u, client := hub.Person("super_user", "ana@example.org", nil)
		tokens := []string{hubtest.Token(t, hub.Mail.All()[0])}
		secrets := hashes(t, hub)
		if _, err := hub.Accounts.SendLink(system, u.ID, nil, nil); err != nil {
			t.Fatal(err)
		}
		tokens = append(tokens, hubtest.Token(t, hub.Mail.Next()))
		client.Must(`mutation($t:String!,$p:String!){setPassword(input:{token:$t,password:$p}){userErrors{code}}}`,
			hubtest.Vars{"t": tokens[1], "p": second})
		secrets = append(secrets, hashes(t, hub)...)
		secrets = append(secrets, tokens...)
		secrets = append(secrets, hubtest.Password, second, "argon2id")
		rows, err := hub.Store.Ent(system).Change.Query().All(system)
		if err != nil {
			t.Fatal(err)
		}
		credentials := 0
		for _, r := range rows {
			if r.Entity == gen.TypeCredential && r.Operation == change.OperationUPDATE {
				credentials++
			}
			written, err := json.Marshal([]any{r.Old, r.New})
			if err != nil {
				t.Fatal(err)
			}
			for _, secret := range secrets {
				if strings.Contains(string(written), secret) {
					t.Errorf("the journal of %s holds a secret after a %s", r.Entity, r.Operation)
				}
			}
		}
		if credentials != 1 {
			t.Errorf("that the password changed is written down %d times", credentials)
		}
	})
}

// hashes are all the secrets that the database holds now, in every spelling in which they might be written.
func hashes(t *testing.T, hub *hubtest.Hub) (all []string) {
	t.Helper()
	ent := hub.Store.Ent(system)
	var raw [][]byte
	for _, c := range ent.Credential.Query().AllX(system) {
		all = append(all, c.PasswordHash)
	}
	for _, l := range ent.Link.Query().AllX(system) {
		raw = append(raw, l.TokenHash)
	}
	for _, s := range ent.Session.Query().AllX(system) {
		raw = append(raw, s.TokenHash)
	}
	for _, m := range ent.Message.Query().AllX(system) {
		raw = append(raw, m.Body)
	}
	for _, r := range raw {
		all = append(all, base64.StdEncoding.EncodeToString(r), base64.RawURLEncoding.EncodeToString(r), hex.EncodeToString(r))
	}
	if len(all) < 10 {
		t.Fatalf("only %d secrets were found", len(all))
	}
	return all
}
