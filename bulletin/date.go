package bulletin

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Date is a calendar day without a time or zone, as newspapers mean it. The
// zero Date means "not given". In JSON it is "2026-04-10", or "" for none.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

const isoDate = "2006-01-02"

// DateOf returns the calendar day of t in t's own zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// ParseDate reads a day written 2026-04-10 or, as Vietnamese offices write it,
// 10/4/2026. The empty string is the zero Date; anything else is the trouble
// date_unreadable.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	for _, layout := range []string{isoDate, "2/1/2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return DateOf(t), nil
		}
	}
	return Date{}, NewTrouble("date_unreadable", Args{"text": s}, nil)
}

// typedDay is how people type a day: 5/3, 5-3, 5.3, each with a year of two or
// four digits or without one.
var typedDay = regexp.MustCompile(`^(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}|\d{2}))?$`)

// mostOfAYear is ten months, in days.
const mostOfAYear = 304

// ReadDate reads a day as people type it: what ParseDate reads, and day and
// month parted by a slash, a hyphen or a stop. Without a year it is of this year,
// or, where that is most of a year away, of the one in which it is nearest to
// today: 5/1 written in December. A year of two digits is the nearest one. Blanks
// around it do not count. The empty string is the zero Date; anything else is the
// trouble date_unreadable.
func ReadDate(s string, today Date) (Date, error) {
	s = strings.TrimSpace(s)
	if d, err := ParseDate(s); err == nil {
		return d, nil
	}
	unreadable := NewTrouble("date_unreadable", Args{"text": s}, nil)
	m := typedDay.FindStringSubmatch(s)
	if m == nil {
		return Date{}, unreadable
	}
	number := func(s string) int { n, _ := strconv.Atoi(s); return n } // digits they are
	day, month := number(m[1]), time.Month(number(m[2]))
	var years []int
	switch year := number(m[3]); len(m[3]) {
	case 4:
		years = []int{year}
	case 2:
		century := today.Year / 100 * 100
		years = []int{century + year, century - 100 + year, century + 100 + year}
	default:
		if d := (Date{today.Year, month, day}); d.exists() && d.daysFrom(today) <= mostOfAYear {
			return d, nil
		}
		for by := range 9 { // the 29th of February may be years away
			years = append(years, today.Year-by, today.Year+by)
		}
	}
	best, far := Date{}, 0
	for _, year := range years {
		d := Date{year, month, day}
		if !d.exists() {
			continue
		}
		if away := d.daysFrom(today); best.IsZero() || away < far {
			best, far = d, away
		}
	}
	if best.IsZero() {
		return Date{}, unreadable
	}
	return best, nil
}

func (d Date) noon() time.Time { return time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC) }

// exists reports whether the calendar has the day.
func (d Date) exists() bool { return d.Year > 0 && DateOf(d.noon()) == d }

// daysFrom is how many days lie between two, whichever is first.
func (d Date) daysFrom(other Date) int {
	return int(d.noon().Sub(other.noon()).Abs().Hours()) / 24
}

// IsZero reports whether no day is given.
func (d Date) IsZero() bool { return d == Date{} }

// String gives the day as 2026-04-10, or "" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Short gives the day as Vietnamese papers print it: 10/4/2026.
func (d Date) Short() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%d/%d/%d", d.Day, d.Month, d.Year)
}

// Moment gives a time as people read it, by the clock of this PC: 15:04, 10/4/2026.
func Moment(t time.Time) string { return t.Local().Format("15:04, 2/1/2006") }

// MarshalText writes the form of String.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads either form that ParseDate knows, with its trouble.
func (d *Date) UnmarshalText(b []byte) error {
	parsed, err := ParseDate(string(b))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}
