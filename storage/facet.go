package storage

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"bantin/bulletin"
	"bantin/bulletin/viet"
)

// fields are the names that a query may call a field by, folded and without
// spaces, and the field: one of columnNames or a facet.
var fields = map[string]string{
	"tieude": "headline", "tit": "headline", "dautit": "headline", "title": "headline", "headline": "headline",
	"tacgia": "byline", "nguoiviet": "byline", "author": "byline", "byline": "byline",
	"noi": "place", "donvi": "place", "diadanh": "place", "place": "place", "dateline": "place",
	"anh": "photos", "chuthich": "photos", "photo": "photos", "photos": "photos", "caption": "photos",
	"noidung": "body", "chinhvan": "body", "body": "body", "text": "body",
	"muc": "section", "chuyenmuc": "section", "section": "section",
	"theloai": "genre", "genre": "genre",
	"trangthai": "status", "status": "status",
	"tu": "from", "tungay": "from", "from": "from", "since": "from",
	"den": "to", "denngay": "to", "to": "to", "until": "to",
	"ngay": "on", "on": "on", "date": "on",
}

func isFacet(field string) bool {
	switch field {
	case "section", "genre", "status", "from", "to", "on":
		return true
	}
	return false
}

// facet is a filter that a query names: of section or genre by words, of
// status, or of time.
type facet struct {
	not      bool
	field    string   // "section", "genre", "status", "time"
	words    []string // folded
	statuses []string
	from, to int64 // milliseconds; from ≤ time < to
}

// facet reads a filter's value. While it is being typed it is empty and says
// nothing.
func (s *queryReader) facet(not bool, field, value string) {
	words := foldedWords(value)
	if len(words) == 0 {
		return
	}
	f := facet{not: not, field: field}
	read := true
	switch field {
	case "section", "genre":
		f.words = words
	case "status":
		f.statuses = statusesNamed(strings.Join(words, ""))
		read = len(f.statuses) > 0
	default:
		f.field = "time"
		f.from, f.to, read = rangeOf(field, value, s.now)
	}
	if read {
		s.wanted.facets = append(s.wanted.facets, f)
	} else {
		s.wanted.unread = append(s.wanted.unread, value)
	}
}

// statusNames are what the statuses may be called, folded and without spaces.
var statusNames = map[bulletin.Status][]string{
	bulletin.Draft:     {"dangviet", "nhap", "bannhap", "draft"},
	bulletin.Submitted: {"choduyet", "danop", "submitted"},
	bulletin.Edited:    {"dabientap", "bientap", "edited"},
	bulletin.Approved:  {"daduyet", "approved"},
	bulletin.Published: {"dadang", "daxuatban", "published"},
}

// statusesNamed are the statuses that a word names or begins to name.
func statusesNamed(word string) (named []string) {
	for _, status := range bulletin.Statuses() {
		if slices.ContainsFunc(statusNames[status], func(name string) bool { return strings.HasPrefix(name, word) }) {
			named = append(named, string(status))
		}
	}
	return named
}

// genreNames are what the known genres may be called on screen, folded.
var genreNames = map[bulletin.Genre]string{
	bulletin.News: "tin", bulletin.Report: "bai phan anh", bulletin.Interview: "phong van",
	bulletin.Portrait: "guong nguoi tot viec tot", bulletin.PhotoStory: "phong su anh",
	bulletin.Reportage: "phong su ghi chep", bulletin.Commentary: "binh luan xa luan",
	bulletin.Announcement: "thong bao", bulletin.Poem: "tho",
}

// isNamed reports whether a section or genre is what a facet asks for.
func (f facet) isNamed(name string) bool {
	return hasWordsLike(foldedWords(name), f.words) ||
		f.field == "genre" && hasWordsLike(strings.Fields(genreNames[bulletin.Genre(name)]), f.words)
}

// The largest and smallest times of a range that is open at one end.
const (
	earliest = -mostMs
	latest   = mostMs
)

// rangeOf is the time that a filter leaves, in the local time zone: "from" a
// day on, "to" a day with all of it, or "on" it.
func rangeOf(field, value string, now time.Time) (from, to int64, ok bool) {
	start, end, ok := period(value, now)
	if !ok {
		return 0, 0, false
	}
	from, to = start.UnixMilli(), end.UnixMilli()
	switch field {
	case "from":
		to = latest
	case "to":
		from = earliest
	}
	return from, to, true
}

var (
	dayFirst  = regexp.MustCompile(`^(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})$`) // 1/4/2026, 4/2026, 2026
	dayOnly   = regexp.MustCompile(`^(\d{1,2})[/.-](\d{1,2})[/.-]?$`)                 // 1/4
	yearFirst = regexp.MustCompile(`^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$`)              // 2026-04-01
)

// period reads a day, a month or a year, as it is written in Vietnamese or in
// numbers everywhere, or "hôm nay" and "hôm qua". A day without its year is
// the last one that was.
func period(value string, now time.Time) (start, end time.Time, ok bool) {
	value = strings.TrimSpace(value)
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	switch strings.ReplaceAll(viet.Fold(value), " ", "") {
	case "homnay", "nay", "today":
		return today, today.AddDate(0, 0, 1), true
	case "homqua", "qua", "yesterday":
		return today.AddDate(0, 0, -1), today, true
	}
	if m := dayFirst.FindStringSubmatch(value); m != nil {
		return span(m[3], m[2], m[1], now.Location())
	}
	if m := yearFirst.FindStringSubmatch(value); m != nil {
		return span(m[1], m[2], m[3], now.Location())
	}
	if m := dayOnly.FindStringSubmatch(value); m != nil {
		return lastDay(m[2], m[1], now)
	}
	return start, end, false
}

// lastDay is the last such day that has begun; 29 February may be years ago.
func lastDay(month, day string, now time.Time) (start, end time.Time, ok bool) {
	for year := now.Year(); year > now.Year()-9; year-- {
		if start, end, ok = span(strconv.Itoa(year), month, day, now.Location()); ok && !start.After(now) {
			return start, end, true
		}
	}
	return start, end, false
}

// span is a day, or a month or year where the smaller parts are "".
func span(year, month, day string, in *time.Location) (start, end time.Time, ok bool) {
	y, m, d := number(year), max(number(month), 1), max(number(day), 1)
	start = time.Date(y, time.Month(m), d, 0, 0, 0, 0, in)
	if start.Year() != y || start.Month() != time.Month(m) || start.Day() != d {
		return start, start, false // no such day
	}
	if month != "" && number(month) == 0 || day != "" && number(day) == 0 {
		return start, start, false
	}
	switch {
	case day != "":
		return start, start.AddDate(0, 0, 1), true
	case month != "":
		return start, start.AddDate(0, 1, 0), true
	}
	return start, start.AddDate(1, 0, 0), true
}

// number is a number of a few digits, 0 for "".
func number(digits string) int {
	n, _ := strconv.Atoi(digits) // the patterns let nothing else through
	return n
}
