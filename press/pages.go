package press

import (
	"strconv"
	"strings"

	"bantin/bulletin"
)

// Pages are the pages that are wanted, by their numbers; none are all.
type Pages []Span

// Span is a run of page numbers, counted from 1. A Last of 0 is the last page
// that there is.
type Span struct{ First, Last int }

// mostPageDigits bounds what is taken for a page number.
const mostPageDigits = 5

// ParsePages reads what people write in a print dialog: "2-5,8", "3-", "-4",
// blanks anywhere; "" is all pages. Its trouble is pages_unreadable.
func ParsePages(text string) (Pages, error) {
	var pages Pages
	if strings.TrimSpace(text) == "" {
		return nil, nil
	}
	for part := range strings.SplitSeq(text, ",") {
		span, ok := parseSpan(strings.TrimSpace(part))
		if !ok {
			return nil, bulletin.NewTrouble("pages_unreadable", bulletin.Args{"text": text}, nil)
		}
		pages = append(pages, span)
	}
	return pages, nil
}

func parseSpan(part string) (Span, bool) {
	from, to, ranged := strings.Cut(strings.ReplaceAll(part, "–", "-"), "-")
	from, to = strings.TrimSpace(from), strings.TrimSpace(to)
	first, ok := pageNumber(from)
	if !ranged {
		return Span{first, first}, ok
	}
	if from == "" {
		first, ok = 1, to != ""
	}
	if to == "" {
		return Span{first, 0}, ok
	}
	last, good := pageNumber(to)
	return Span{first, last}, ok && good && first <= last
}

func pageNumber(text string) (int, bool) {
	n, err := strconv.Atoi(text)
	return n, err == nil && n >= 1 && len(text) <= mostPageDigits
}

// numbers lists the wanted pages of a document of so many, each once, in the
// order in which they were asked for; nil where all are wanted. The trouble
// pages_absent says that the document has none of them, page_absent that it has
// not one that was named. A span may end after the last page.
func (p Pages) numbers(count int) ([]int, error) {
	if len(p) == 0 {
		return nil, nil
	}
	var out []int
	seen, absent := map[int]bool{}, 0
	for _, span := range p {
		if span.First > count && absent == 0 {
			absent = span.First
		}
		last := span.Last
		if last == 0 || last > count {
			last = count
		}
		for n := span.First; n <= last; n++ {
			if !seen[n] {
				seen[n] = true
				out = append(out, n)
			}
		}
	}
	if len(out) == 0 {
		return nil, bulletin.NewTrouble("pages_absent", bulletin.Args{"pages": count}, nil)
	}
	if absent > 0 {
		return nil, bulletin.NewTrouble("page_absent", bulletin.Args{"page": absent, "pages": count}, nil)
	}
	return out, nil
}
