package copied

import (
	"encoding/binary"
	"net/url"
	"os"
	"runtime"
	"strings"
	"unicode/utf16"
)

// fromURIList are the files that a list of addresses names, one a line, as
// RFC 2483 has it: lines that begin with # are remarks. Addresses on other
// computers are left out.
func fromURIList(raw []byte) (paths []string) {
	for line := range strings.Lines(strings.TrimRight(string(raw), "\x00")) {
		line = strings.TrimSpace(line)
		if path := PathOf(line); path != "" && !strings.HasPrefix(line, "#") {
			paths = append(paths, path)
		}
	}
	return paths
}

// PathOf is the path of the file that an address names, as this system writes
// it; "" where it names none, or one on another computer that this system has no
// path for. RFC 8089 has the forms.
func PathOf(address string) string {
	here, _ := os.Hostname() // without it, its name is that of another one
	return pathOf(address, here, runtime.GOOS == "windows")
}

func pathOf(address, here string, windows bool) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "file" || u.Path == "" {
		return ""
	}
	near := u.Host == "" || strings.EqualFold(u.Host, "localhost") || strings.EqualFold(u.Host, here)
	switch {
	case !windows && near:
		return u.Path
	case !windows:
		return ""
	case !near:
		return strings.ReplaceAll("//"+u.Host+u.Path, "/", `\`)
	}
	path := strings.ReplaceAll(u.Path, "/", `\`)
	if drive := path[1:]; len(drive) > 1 && drive[1] == ':' {
		return drive
	}
	return path
}

// Where the structure DROPFILES of Windows has the beginning of its list, and
// whether that is in UTF-16, as it is since Windows NT.
const (
	dropList   = 0
	dropWide   = 16
	dropHeader = 20
)

// fromDropFiles are the files of a structure DROPFILES: each with a zero at its
// end, one more at the end of all.
func fromDropFiles(raw []byte) (paths []string) {
	if len(raw) < dropHeader || binary.LittleEndian.Uint32(raw[dropWide:]) == 0 {
		return nil
	}
	at := binary.LittleEndian.Uint32(raw[dropList:])
	if uint64(at) > uint64(len(raw)) {
		return nil
	}
	var path []uint16
	for list := raw[at:]; len(list) >= 2; list = list[2:] {
		letter := binary.LittleEndian.Uint16(list)
		if letter != 0 {
			path = append(path, letter)
			continue
		}
		if len(path) == 0 {
			break
		}
		paths = append(paths, string(utf16.Decode(path)))
		path = nil
	}
	return paths
}
