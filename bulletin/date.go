package bulletin

import (
	"fmt"
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
