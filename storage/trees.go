package storage

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// mostVerdicts is at how many SQLite ends a check.
const mostVerdicts = 100

// tornTrees checks a table with its indexes and gives, by their names, what is
// said of the trees of which pages make no sense. An index whose entries are not
// those of the table is no torn tree.
func tornTrees(ctx context.Context, q querier, table string) (torn map[string]string, err error) {
	var verdicts []string
	_, failed := collect(ctx, q, func(row scanner) (none struct{}, err error) {
		verdict, err := scanString[string](row)
		verdicts = append(verdicts, verdict)
		return none, err
	}, fmt.Sprintf(`PRAGMA integrity_check(%s)`, table))
	// All trees are gone through first, the table's before its indexes if it has row
	// numbers; then an index of which not even the root can be read ends the check.
	if failed != nil && (len(verdicts) == 0 || !isTorn(failed)) {
		return nil, fmt.Errorf("check the table %s: %w", table, failed)
	}
	trees, err := collect(ctx, q, scanTree, `SELECT name, rootpage FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?`, table)
	if err != nil {
		return nil, fmt.Errorf("find the indexes of %s: %w", table, err)
	}
	torn = map[string]string{}
	lines := strings.Split(strings.Join(verdicts, "\n"), "\n")
	for _, line := range lines {
		if line == "ok" || strings.HasPrefix(line, "*** in database ") || ofDerived.MatchString(line) {
			continue
		}
		name := table
		if i := slices.IndexFunc(trees, func(t tree) bool { return t.isMeant(ctx, q, line) }); i >= 0 {
			name = trees[i].name
		}
		torn[name] = strings.TrimPrefix(torn[name]+"\n"+line, "\n")
	}
	if len(torn) > 0 && len(lines) >= mostVerdicts { // of the other trees nothing was said yet
		for _, t := range trees {
			torn[t.name] += " "
		}
	}
	return torn, nil
}

// tree is an index.
type tree struct {
	name string
	root int64
}

func scanTree(row scanner) (t tree, err error) {
	err = row.Scan(&t.name, &t.root)
	return t, err
}

// isMeant reports a verdict about a page of the tree.
func (t tree) isMeant(ctx context.Context, q querier, verdict string) bool {
	if strings.HasPrefix(verdict, fmt.Sprintf("Tree %d page ", t.root)) {
		return true
	}
	page := ofPage.FindStringSubmatch(verdict)
	if page == nil {
		return false
	}
	is, err := has(ctx, q, `SELECT 1 FROM dbstat WHERE name = ? AND pageno = ?`, t.name, page[1])
	return page[1] == strconv.FormatInt(t.root, 10) || is && err == nil
}

// ofPage finds the page of verdicts that name no tree.
var ofPage = regexp.MustCompile(`^(?:Fragmentation of \d+ bytes reported as \d+ on|Multiple uses for byte \d+ of) page (\d+)$`)

// tornError says that pages of a table make no sense.
type tornError struct{ table, detail string }

func (e tornError) Error() string { return fmt.Sprintf("table %s: %s", e.table, e.detail) }
