package place

import "strings"

// uncServer is the name of the PC that a path of Windows begins with:
// \\server\share, or the long form \\?\UNC\server\share. \\?\C:\ and \\.\ are
// paths of this PC.
func uncServer(path string) (string, bool) {
	path = strings.ReplaceAll(path, "/", `\`)
	rest, ok := strings.CutPrefix(path, `\\`)
	if !ok {
		return "", false
	}
	if strings.HasPrefix(rest, `?\`) || strings.HasPrefix(rest, `.\`) {
		if len(rest) < 6 || !strings.EqualFold(rest[2:6], `UNC\`) {
			return "", false
		}
		rest = rest[6:]
	}
	server, _, _ := strings.Cut(rest, `\`)
	return server, server != ""
}
