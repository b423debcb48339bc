package job

import (
	"context"
	"time"

	gen "github.com/portico-hub/portico/ent/gen/ent"
)

// turnTime is how long a job that takes long goes on before it lets another have its turn; well within one attempt.
const turnTime = 15 * time.Second

// InTurns does what may take long: do goes on until it is over, or until turn ends; then the job is enqueued again, behind
// those that wait. It may be interrupted at any moment, and be done twice at once, so do saves how far it is with what it did.
// Whatever turn says, do gets a step further: what takes long to find its place would come to it for ever otherwise.
func (q *Queue) InTurns(ctx context.Context, args Args, do func(ctx, turn context.Context) (over bool, err error)) error {
	turn, done := context.WithTimeout(ctx, q.Turn)
	defer done()
	over, err := do(ctx, turn)
	if err != nil || over {
		return err
	}
	return q.store.InTx(ctx, func(ctx context.Context, _ *gen.Client) error { return q.Enqueue(ctx, args) })
}
