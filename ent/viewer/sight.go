package viewer

import "slices"

// Sight is how much of the users somebody sees, as it was at some moment.
type Sight struct {
	Permissions          []Permission `json:",omitempty"`
	Reach                Reach
	CompanyIDs, GroupIDs []int64 `json:",omitempty"`
}

// SightOf is what v sees with some of their permissions.
func SightOf(v *Viewer, with ...Permission) Sight {
	s := Sight{Reach: v.Reach, CompanyIDs: slices.Clone(v.CompanyIDs), GroupIDs: slices.Clone(v.GroupIDs)}
	for _, p := range with {
		if v.Can(p) {
			s.Permissions = append(s.Permissions, p)
		}
	}
	return s
}

// Sees reports that v sees at least as much now.
func (v *Viewer) Sees(s Sight) bool {
	for _, p := range s.Permissions {
		if !v.Can(p) {
			return false
		}
	}
	if v.ReachesAll() {
		return true
	}
	return s.Reach == v.Reach && within(s.CompanyIDs, v.CompanyIDs) && within(s.GroupIDs, v.GroupIDs)
}

func within(some, all []int64) bool {
	return !slices.ContainsFunc(some, func(id int64) bool { return !slices.Contains(all, id) })
}
