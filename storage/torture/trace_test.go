package torture_test

import (
	"bufio"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"
)

// event is one thing that a traced program did to a disk, or said.
type event struct {
	call   string // "write", "append", "truncate", "sync", "create", "rename", "link", "unlink", "say"
	path   string
	to     string // of a rename or link
	offset int64  // of a write; the size of a truncate
	data   []byte // of a write; what was said
	from   int    // of a sync: how many events there were when it began
}

// readTrace reads what strace wrote (-f -y -xx), as far as it is about files
// below a folder, and what the program said on its standard output. A call
// counts when it has returned, but a sync covers only what had returned when it
// began.
func readTrace(trace io.Reader, folder string) (events []event, err error) {
	begun := map[string]string{} // by thread: the first half of a call that others interrupted
	syncs := map[string]int{}
	lines := bufio.NewReaderSize(trace, 1<<20)
	for {
		line, err := lines.ReadString('\n')
		if line == "" {
			if errors.Is(err, io.EOF) {
				return events, nil
			}
			return nil, err
		}
		thread, call, _ := strings.Cut(strings.TrimRight(line, "\n"), " ")
		call = strings.TrimLeft(call, " ")
		if first, ok := strings.CutSuffix(call, " <unfinished ...>"); ok {
			begun[thread], syncs[thread] = first, len(events)
			continue
		}
		from := len(events)
		if strings.HasPrefix(call, "<... ") {
			_, rest, _ := strings.Cut(call, " resumed>")
			call, from = begun[thread]+rest, syncs[thread]
			delete(begun, thread)
		}
		e, ok, err := readCall(call, folder)
		if err != nil {
			return nil, fmt.Errorf("%.200s: %w", call, err)
		}
		if ok {
			e.from = from
			events = append(events, e)
		}
	}
}

// readCall reads one call that succeeded; ok is false for one that is not about
// the folder.
func readCall(call, folder string) (e event, ok bool, err error) {
	if strings.HasPrefix(call, "---") || strings.HasPrefix(call, "+++") { // a signal, the end of a thread
		return e, false, nil
	}
	// What a call gave stands in a column of its own: ")   = 4".
	end := strings.LastIndex(call, " = ")
	name, args, found := strings.Cut(call, "(")
	if end < 0 || !found {
		return e, false, errors.New("this is no call")
	}
	gave := call[end+len(" = "):]
	if strings.HasPrefix(gave, "-1") || strings.HasPrefix(gave, "?") {
		return e, false, nil
	}
	args, found = strings.CutSuffix(strings.TrimRight(args[:end-len(name)-1], " "), ")")
	if !found {
		return e, false, errors.New("this call does not end")
	}
	parts := strings.Split(args, ", ")
	path := func(i int) string { return pathOf(parts[i]) }
	switch name {
	case "write":
		if strings.HasPrefix(parts[0], "1<") {
			e.call = "say"
			e.data, err = bytesOf(parts[1])
			return e, true, err
		}
		e.call, e.path, e.offset = "append", path(0), -1
		e.data, err = bytesOf(parts[1])
	case "pwrite64":
		e.call, e.path = "write", path(0)
		if e.data, err = bytesOf(parts[1]); err == nil {
			e.offset, err = strconv.ParseInt(parts[len(parts)-1], 10, 64)
		}
	case "fsync", "fdatasync":
		e.call, e.path = "sync", path(0)
	case "ftruncate":
		e.call, e.path = "truncate", path(0)
		e.offset, err = strconv.ParseInt(parts[1], 10, 64)
	case "openat":
		e.path = filepath.Join(path(0), path(1))
		if strings.HasPrefix(path(1), "/") {
			e.path = path(1)
		}
		if !strings.Contains(parts[2], "O_CREAT") {
			return e, false, nil
		}
		e.call = "create"
	case "open":
		if !strings.Contains(parts[1], "O_CREAT") {
			return e, false, nil
		}
		e.call, e.path = "create", path(0)
	case "unlink":
		e.call, e.path = "unlink", path(0)
	case "unlinkat":
		e.call, e.path = "unlink", path(1)
	case "rename", "link":
		e.call, e.path, e.to = name, path(0), path(1)
	case "renameat", "renameat2", "linkat":
		e.call, e.path, e.to = "rename", path(1), path(3)
		if name == "linkat" {
			e.call = "link"
		}
	default:
		return e, false, nil
	}
	if given, isNumber := strings.CutPrefix(gave, fmt.Sprint(len(e.data))); e.data != nil && (!isNumber || given != "") {
		return e, false, fmt.Errorf("%d bytes were given, %s written", len(e.data), gave)
	}
	return e, e.path == folder || strings.HasPrefix(e.path, folder+"/"), err
}

// pathOf reads a path, or the one that a descriptor is said to belong to.
func pathOf(arg string) string {
	if _, described, ok := strings.Cut(arg, "<"); ok {
		arg = strings.TrimSuffix(described, ">")
	}
	b, err := bytesOf(arg)
	if err != nil {
		return arg
	}
	return string(b)
}

// bytesOf reads a string of strace -xx.
func bytesOf(arg string) ([]byte, error) {
	arg = strings.Trim(arg, `"`)
	return hex.DecodeString(strings.ReplaceAll(arg, `\x`, ""))
}
