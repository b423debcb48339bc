package account

import (
	"context"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/rule"
	"github.com/portico-hub/portico/ent/viewer"
	"github.com/portico-hub/portico/server/fault"
)

// TestTemplate sends a test of a template to any address.
func (s *Service) TestTemplate(ctx context.Context, id int64, to string) (*gen.Message, error) {
	if err := rule.RequireEverywhere(ctx, viewer.SettingsWrite); err != nil {
		return nil, err
	}
	address, err := email(to, fault.At("to"))
	if err != nil {
		return nil, err
	}
	return s.Notify.TestTemplate(ctx, id, address)
}
