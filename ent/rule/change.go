package rule

import (
	"entgo.io/ent/dialect/sql"

	gen "github.com/portico-hub/portico/ent/gen/ent"
	"github.com/portico-hub/portico/ent/gen/ent/change"
	"github.com/portico-hub/portico/ent/viewer"
)

// AllowReadingChanges lets those who may read changes see those about users in reach, and all others if nobody is out
// of reach. Changes of notes are for those who read notes, and never for the subject; those of reminders for those who keep them; those of views for their owner, those
// of API clients, of jobs, of protected pages, of the settings and of templates for whoever keeps them.
func AllowReadingChanges() Sentence {
	return reading(func(v *viewer.Viewer) func(*sql.Selector) {
		return func(s *sql.Selector) {
			isNote := sql.EQ(s.C(change.FieldEntity), gen.TypeNote)
			if !ReadsNotes(v) {
				s.Where(sql.Not(isNote))
			} else if v.Kind == viewer.User {
				s.Where(sql.Or(sql.NEQ(s.C(change.FieldEntity), gen.TypeNote), sql.NEQ(s.C(change.FieldSubjectID), v.ID)))
			}
			hideChangesOf(v, s, gen.TypeReminder, viewer.FeatureReminders, viewer.RemindersWrite)
			hideChangesOf(v, s, gen.TypeActivity, viewer.FeatureActivities, viewer.ActivitiesRead)
			ownView := sql.False()
			if v.Kind == viewer.User {
				ownView = sql.EQ(s.C(change.FieldSubjectID), v.ID)
			}
			s.Where(sql.Or(sql.NEQ(s.C(change.FieldEntity), gen.TypeSavedView), ownView))
			if !v.Can(viewer.APIClientsWrite) {
				s.Where(sql.NEQ(s.C(change.FieldEntity), gen.TypeAPIClient))
			}
			if !v.Can(viewer.SettingsWrite) {
				s.Where(sql.NotIn(s.C(change.FieldEntity), gen.TypeSettings, gen.TypeProtectedPage, gen.TypeTemplate))
			}
			if !v.Can(viewer.JobsWrite) {
				s.Where(sql.NEQ(s.C(change.FieldEntity), gen.TypeJob))
			}
			if reached := usersWithin(v, viewer.ChangesRead, change.FieldSubjectID); reached != nil {
				reached(s)
			}
		}
	})
}

// hideChangesOf leaves of the changes of an entity about users those where the viewer reaches the entity itself.
func hideChangesOf(v *viewer.Viewer, s *sql.Selector, entity string, f viewer.Feature, p viewer.Permission) {
	others := sql.FieldNEQ(change.FieldEntity, entity)
	if _, off := v.Lacks(f); off || !v.Can(p) || !v.Can(viewer.UsersRead) {
		others(s)
		return
	}
	if reached := usersWithin(v, p, change.FieldSubjectID); reached != nil {
		sql.OrPredicates(others, reached)(s)
	}
}
