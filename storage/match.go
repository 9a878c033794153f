package storage

import (
	"context"
	"strings"
	"unicode/utf8"
)

// positive are the clauses whose words must stand in a text.
func (w wanted) positive() []clause { return w.which(false) }

// negative are those whose words must not.
func (w wanted) negative() []clause { return w.which(true) }

func (w wanted) which(not bool) (clauses []clause) {
	for _, c := range w.clauses {
		if c.not == not {
			clauses = append(clauses, c)
		}
	}
	return clauses
}

// match writes clauses in the language of FTS5: all of them, or any. Every
// word is quoted, so that AND, NEAR, "-" and "*" are only what was typed.
func match(ctx context.Context, q querier, clauses []clause, operator string) (string, error) {
	parts := make([]string, len(clauses))
	for i, c := range clauses {
		part, err := c.match(ctx, q)
		if err != nil {
			return "", err
		}
		parts[i] = part
	}
	return "(" + strings.Join(parts, " "+operator+" ") + ")", nil
}

func (c clause) match(ctx context.Context, q querier) (string, error) {
	phrases, err := c.phrases(ctx, q)
	if err != nil {
		return "", err
	}
	one := "(" + strings.Join(phrases, " OR ") + ")"
	if c.column == anywhere {
		return one, nil
	}
	return columnNames[c.column] + " : " + one, nil
}

// phrases are the phrases any of which will do: one, or where the last word is
// unfinished one for each word that it may become.
//
// FTS5 can look up unfinished words by itself, but where there is no index of
// beginnings that long it reads every hit of every such word before it gives
// the first one. Of finished words it reads only the hits that are wanted.
func (c clause) phrases(ctx context.Context, q querier) ([]string, error) {
	last := c.words[len(c.words)-1].folded
	if !c.open {
		return []string{c.phrase(last)}, nil
	}
	if utf8.RuneCountInString(last) <= indexedBeginning {
		return []string{c.phrase(last) + " *"}, nil
	}
	become, err := beginningWith(ctx, q, last)
	if err != nil {
		return nil, err
	}
	if len(become) == 0 || len(become) > mostBecome {
		return []string{c.phrase(last) + " *"}, nil
	}
	phrases := make([]string, len(become))
	for i, word := range become {
		phrases[i] = c.phrase(word)
	}
	return phrases, nil
}

// indexedBeginning is the length of the longest beginnings that the index has,
// as the migrations say.
const indexedBeginning = 2

// mostBecome is how many words a beginning may become; what has more is digits
// or names, each of them rare, which FTS5 finds fast by itself.
const mostBecome = 96

// phrase quotes the words, with another last one.
func (c clause) phrase(last string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, t := range c.words[:len(c.words)-1] {
		b.WriteString(quoted(t.folded))
		b.WriteByte(' ')
	}
	b.WriteString(quoted(last))
	b.WriteByte('"')
	return b.String()
}

func quoted(word string) string { return strings.ReplaceAll(word, `"`, `""`) }

// beginningWith gives the words of the index that begin so, of many no more
// than one above mostBecome. It asks for the first one, then for the first
// behind that, and so on, because the table has a row for each place of each
// word.
func beginningWith(ctx context.Context, q querier, beginning string) ([]string, error) {
	return collect(ctx, q, scanString[string], `
		WITH RECURSIVE become (word) AS (
			SELECT (SELECT term FROM vocabulary WHERE term >= ?1 AND term <= ?2 LIMIT 1)
			UNION ALL
			SELECT (SELECT term FROM vocabulary WHERE term >= word || char(1) AND term <= ?2 LIMIT 1)
			FROM become WHERE word IS NOT NULL
		)
		SELECT word FROM become WHERE word IS NOT NULL LIMIT ?3`,
		beginning, beginning+string(utf8.MaxRune), mostBecome+1)
}
