package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"syscall"
	"time"
)

// process is a server that we started.
type process struct {
	addr string
	pid  int
	cmd  *exec.Cmd
	done chan error
}

// patientStart is how long a server may take until it answers; it may have to migrate first.
const patientStart = 2 * time.Minute

// start runs a program that serves on addr, and waits until path answers there. Its output goes to the file
// log, which begins anew.
func start(ctx context.Context, addr, path, log, program string, args ...string) (*process, error) {
	out, err := os.OpenFile(log, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	defer out.Close() // the child has its own
	cmd := exec.Command(program, args...)
	cmd.Stdout, cmd.Stderr = out, out
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	p := &process{addr: addr, pid: cmd.Process.Pid, cmd: cmd, done: make(chan error, 1)}
	go func() { p.done <- cmd.Wait() }()
	ctx, cancel := context.WithTimeout(ctx, patientStart)
	defer cancel()
	for {
		if answer, err := http.Get("http://" + addr + path); err == nil {
			_ = answer.Body.Close()
			if answer.StatusCode == http.StatusOK {
				return p, nil
			}
		}
		select {
		case err := <-p.done:
			return nil, fmt.Errorf("%s %s ended: %w; see %s", filepath.Base(program), args[0], err, log)
		case <-ctx.Done():
			p.stop()
			return nil, fmt.Errorf("%s %s does not answer: %w; see %s", filepath.Base(program), args[0], ctx.Err(), log)
		case <-time.After(50 * time.Millisecond):
		}
	}
}

func (p *process) stop() {
	if p == nil {
		return
	}
	_ = p.cmd.Process.Signal(syscall.SIGTERM)
	select {
	case <-p.done:
	case <-time.After(20 * time.Second):
		_ = p.cmd.Process.Kill()
	}
}

// freeAddr is an address on loopback that nobody listens on.
func freeAddr() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return l.Addr().String(), l.Close()
}

// meter adds up the seconds of CPU that some processes have used so far.
type meter struct {
	pids []int
	// postmaster is the PostgreSQL server whose sessions count, too; 0 for none.
	postmaster int
}

// tick is the unit of times in /proc, in seconds: USER_HZ is 100 wherever Go runs on Linux.
const tick = 0.01

var errNoMeter = errors.New("this system does not say how much CPU a process used")

// read adds up. Sessions that ended count with the postmaster, who waited for them.
func (m meter) read() (float64, error) {
	total := 0.0
	for _, pid := range m.pids {
		s, err := statOf(pid)
		if err != nil {
			return 0, errNoMeter
		}
		total += s.own
	}
	if m.postmaster == 0 {
		return total, nil
	}
	s, err := statOf(m.postmaster)
	if err != nil {
		return 0, errNoMeter
	}
	total += s.own + s.ended
	folders, err := filepath.Glob("/proc/[0-9]*")
	if err != nil {
		return 0, err
	}
	for _, folder := range folders {
		pid, _ := strconv.Atoi(filepath.Base(folder))
		if s, err := statOf(pid); err == nil && s.parent == m.postmaster {
			total += s.own
		}
	}
	return total, nil
}

// stat is what the system tells of a process: its seconds of CPU, and those of the children that it waited for.
type stat struct {
	parent     int
	own, ended float64
}

func statOf(pid int) (s stat, err error) {
	line, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return s, err
	}
	// The name, in brackets, may hold anything. The state and the parent follow; the times are the 14th to 17th.
	fields := bytes.Fields(line[bytes.LastIndexByte(line, ')')+1:])
	if len(fields) < 15 {
		return s, errNoMeter
	}
	number := func(i int) float64 {
		n, _ := strconv.ParseFloat(string(fields[i]), 64)
		return n
	}
	return stat{parent: int(number(1)), own: (number(11) + number(12)) * tick, ended: (number(13) + number(14)) * tick}, nil
}

// peak is the most memory that a process ever held, in MB, or 0 where the system does not say.
func peak(pid int) float64 {
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	for line := range bytes.Lines(text) {
		if rest, ok := bytes.CutPrefix(line, []byte("VmHWM:")); ok {
			kB, _ := strconv.ParseFloat(string(bytes.Fields(rest)[0]), 64)
			return kB / 1000
		}
	}
	return 0
}

// machine is a line about where and how this is measured.
func machine(o Options) string {
	note := ""
	if _, err := (meter{pids: []int{os.Getpid()}}).read(); err != nil {
		note = " It does not say how much CPU a process used, so that only rates are shown."
	}
	return fmt.Sprintf("%s/%s with %d cores, %s, %d connections, medians of %d rounds of %s in turn.%s",
		runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), runtime.Version(), o.Connections, o.Rounds, o.Time, note)
}
