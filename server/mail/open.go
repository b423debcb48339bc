package mail

// opened is an element that was begun on a line.
type opened struct {
	name string
	line int
	// isHidden says that nobody sees what is in it.
	isHidden bool
	// leads is the variable that a link leads to, or writtenOut; "" for everything that is no link.
	leads string
	// shows says that there is something in it to see.
	shows bool
}

// writtenOut is where a link leads whose address is no variable.
const writtenOut = "an address"

// Elements that have no end, and those that end by themselves where another begins or their parent ends.
var (
	endless = set("br hr meta col")
	lenient = set("html head body p li dt dd tr th td thead tbody tfoot colgroup caption")
)

// begin notes an element that has to be ended.
func (w *walk) begin(one opened) {
	if !endless[one.name] {
		one.line, one.isHidden = w.line, one.isHidden || w.isHidden()
		w.open = append(w.open, one)
	}
}

// isHidden says that nobody sees what stands here.
func (w *walk) isHidden() bool { return len(w.open) > 0 && w.open[len(w.open)-1].isHidden }

// end ends an element, and with it those within it that end by themselves; of the others it says where they began.
func (w *walk) end(name string) {
	at := len(w.open) - 1
	for at >= 0 && w.open[at].name != name {
		at--
	}
	if at < 0 {
		if name != "br" && name != "p" {
			w.refuse(w.line, "</"+name+"> closes nothing.")
		}
		return
	}
	w.left(w.open[at+1:])
	if one := w.open[at]; one.leads == linkVariable && !one.shows {
		w.refuse(one.line, "This link shows nothing to press.")
	}
	w.open = w.open[:at]
}

// left refuses elements that were never ended.
func (w *walk) left(open []opened) {
	for _, one := range open {
		if !lenient[one.name] {
			w.refuse(one.line, "<"+one.name+"> is not closed.")
		}
	}
}
