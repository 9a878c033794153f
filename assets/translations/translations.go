// Package translations holds every sentence that the program shows to people,
// in Vietnamese and in English, and fills in their facts.
//
// A sentence names its facts in braces: "Không thấy tệp {file}." English adds
// a choice by number: "{n} {n:word|words}".
package translations

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// Language is a language that the program speaks.
type Language string

// The languages, Vietnamese first.
const (
	Vietnamese Language = "vi"
	English    Language = "en"
)

// Languages lists what Catalogue can speak.
func Languages() []Language { return []Language{Vietnamese, English} }

//go:embed vi.json en.json
var files embed.FS

// Catalogue is every sentence in one language. It is never changed after it
// was loaded, so any number of goroutines may use it.
type Catalogue struct {
	language  Language
	sentences map[string]string
	window    bool // it speaks as the window does
}

var catalogues = map[Language]*Catalogue{
	Vietnamese: load(Vietnamese),
	English:    load(English),
}

// load panics on a broken file: it is part of the program, and a test reads it.
func load(l Language) *Catalogue {
	raw, err := files.ReadFile(string(l) + ".json")
	if err != nil {
		panic(fmt.Sprintf("read translations: %v", err))
	}
	c := &Catalogue{language: l}
	if err := json.Unmarshal(raw, &c.sentences); err != nil {
		panic(fmt.Sprintf("read translations %s.json: %v", l, err))
	}
	return c
}

// For gives the catalogue of a language, Vietnamese for an unknown one.
func For(l Language) *Catalogue {
	if c, ok := catalogues[l]; ok {
		return c
	}
	return catalogues[Vietnamese]
}

// inWindow is before the key of a sentence that the window says in another way
// than the command line: it names a menu where the other names a command.
const inWindow = "window."

// InWindow gives the catalogue as the window speaks: of every sentence that has
// a wording of its own for the window ("window.trouble.file_torn") it says that
// one.
func (c *Catalogue) InWindow() *Catalogue {
	w := &Catalogue{language: c.language, sentences: maps.Clone(c.sentences), window: true}
	for key, sentence := range c.sentences {
		if said, ok := strings.CutPrefix(key, inWindow); ok {
			w.sentences[said] = sentence
		}
	}
	return w
}

// Parse reads a language from a setting or an environment variable such as
// "en", "en_US.UTF-8" or "vi-VN". Anything else is Vietnamese.
func Parse(s string) Language {
	if strings.HasPrefix(strings.ToLower(s), string(English)) {
		return English
	}
	return Vietnamese
}

// Preferred is the language that the environment asks for: the first of
// BANTIN_LANG, LC_ALL, LC_MESSAGES and LANG that says anything (POSIX, section
// 8.2), read by Parse. The window, before a language was chosen in it, and the
// commands without --lang both speak it.
func Preferred() Language {
	for _, name := range []string{"BANTIN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := os.Getenv(name); value != "" {
			return Parse(value)
		}
	}
	return Vietnamese
}

// Language is the language of the catalogue.
func (c *Catalogue) Language() Language { return c.language }

// Has reports whether the catalogue has a sentence for key.
func (c *Catalogue) Has(key string) bool {
	_, ok := c.sentences[key]
	return ok
}

// Keys lists every key, sorted.
func (c *Catalogue) Keys() []string {
	keys := make([]string, 0, len(c.sentences))
	for key := range c.sentences {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// Say gives the sentence for key, filled with args, which may be nil. An
// unknown key is given back as it is: visible, and harmless.
func (c *Catalogue) Say(key string, args bulletin.Args) string {
	sentence, ok := c.sentences[key]
	if !ok {
		return key
	}
	if !strings.Contains(sentence, "{") {
		return sentence
	}
	return placeholder.ReplaceAllStringFunc(sentence, func(match string) string {
		name, forms, plural := strings.Cut(match[1:len(match)-1], ":")
		value, ok := args[name]
		switch {
		case !ok:
			return match
		case plural:
			return pluralForm(forms, value)
		}
		return c.format(value)
	})
}

var placeholder = regexp.MustCompile(`\{[a-z_]+(:[^}|]*\|[^}]*)?\}`)

// pluralForm chooses from "word|words".
func pluralForm(forms string, value any) string {
	one, many, _ := strings.Cut(forms, "|")
	if fmt.Sprint(value) == "1" {
		return one
	}
	return many
}

func (c *Catalogue) format(value any) string {
	switch v := value.(type) {
	case int:
		return c.Number(v)
	case float64:
		return c.decimal(v)
	case bulletin.Date:
		return v.Short()
	}
	return fmt.Sprint(value)
}

// decimal writes a number as short as it can be: 2,5 in Vietnamese, 2.5 in
// English.
func (c *Catalogue) decimal(v float64) string { return c.Fixed(v, -1) }

// Fixed writes a number with so many digits after the comma, or as few as it
// takes where that is -1: 2,5 in Vietnamese, 2.5 in English.
func (c *Catalogue) Fixed(v float64, digits int) string {
	s := strconv.FormatFloat(v, 'f', digits, 64)
	if c.language == English {
		return s
	}
	return strings.Replace(s, ".", ",", 1)
}

// Number writes n with its thousands apart: 12.500 in Vietnamese, 12,500 in
// English.
func (c *Catalogue) Number(n int) string {
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	separator := "."
	if c.language == English {
		separator = ","
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + separator + digits[i:]
	}
	return sign + digits
}

// Explain turns an error into what a person should read: the sentence of the
// first Trouble in its chain, or, for an error that nobody foresaw, a sentence
// that says so together with the error's own text.
func (c *Catalogue) Explain(err error) string {
	var t *bulletin.Trouble
	if errors.As(err, &t) {
		if key := "trouble." + t.Key; c.Has(key) {
			return c.ofWhich(key, t.Args) + c.Say(key, c.named(t.Args))
		}
	}
	return c.Say("trouble.unforeseen", bulletin.Args{"error": err})
}

// named are facts with what is contested as people call it, and for who types
// it on a command line its key behind.
func (c *Catalogue) named(args bulletin.Args) bulletin.Args {
	place, ok := args["field"].(merge.Contested)
	if !ok {
		return args
	}
	key := string(place)
	field, _, _ := strings.Cut(key, "#")
	named := maps.Clone(args)
	if named["field"] = c.Field(field); !c.window && c.Field(field) != key {
		named["field"] = fmt.Sprintf("%s (%s)", c.Field(field), key)
	}
	return named
}

// ofWhich names the file that a trouble is about where its own sentence does
// not: whoever hands in ten files must see which one is meant.
func (c *Catalogue) ofWhich(key string, args bulletin.Args) string {
	file, ok := args["file"]
	if !ok || strings.Contains(c.sentences[key], "{file}") {
		return ""
	}
	return fmt.Sprintf("%v: ", file)
}

// Damage gives the sentence for a kind of damage. What has no name that is known
// (an "id" among its facts) has a sentence of its own, as have a version of an
// issue ("subject"), a photo of a story ("story"), and what the program notes for
// itself ("own").
func (c *Catalogue) Damage(kind string, facts bulletin.Args) string {
	key := "damage." + kind
	switch _, unnamed := facts["id"]; {
	case unnamed:
		key += "_unnamed"
	case facts["subject"] == bulletin.SubjectIssue && c.Has(key+"_issue"):
		key += "_issue"
	case facts["story"] != nil && c.Has(key+"_of_story"):
		key += "_of_story"
	case facts["own"] == true:
		key += "_own"
	}
	return c.Say(key, facts)
}

// Finding gives the sentence of a finding. One that speaks of several "places"
// has a sentence of its own.
func (c *Catalogue) Finding(f bulletin.Finding) string {
	if key := "finding." + f.Rule + "_many"; f.Args["places"] != nil && c.Has(key) {
		return c.Say(key, f.Args)
	}
	return c.Say("finding."+f.Rule, f.Args)
}

// Findings gives the sentence of findings that were put together
// (bulletin.GatherPhotos); photo names the photo of each. The first few are named.
func (c *Catalogue) Findings(alike []bulletin.Finding, photo func(bulletin.Finding) string) string {
	first := alike[0]
	if len(alike) == 1 {
		return c.Finding(first)
	}
	key, args := "finding."+first.Rule+"_photos", bulletin.Args{"n": len(alike)}
	if !c.Has(key) {
		alike = alike[1:]
		key, args = "finding.alike", bulletin.Args{"n": len(alike), "sentence": c.Finding(first)}
	}
	const named = 3
	var names []string
	for i, f := range alike {
		if i == named {
			names = append(names, "…")
			break
		}
		names = append(names, photo(f))
	}
	args["photos"] = strings.Join(names, ", ")
	return c.Say(key, args)
}

// Field names a field of an article or an issue, given as merge.Conflict.Field
// gives it: "headline", "photos/p1/caption", "imprint/licence". A field that
// only a newer version of the program knows keeps its path.
func (c *Catalogue) Field(path string) string {
	parts := strings.Split(path, "/")
	key := "field." + strings.ReplaceAll(path, "/", "_")
	switch {
	case c.Has(key):
		return c.Say(key, nil)
	case len(parts) == 2 && c.Has("field.of_"+parts[0]): // a photo, a story as such
		return c.Say("field.one_of_"+parts[0], bulletin.Args{"name": parts[1]})
	case len(parts) == 3 && c.Has("field.of_"+parts[0]) && c.Has("field."+parts[2]):
		return c.Say("field.of_"+parts[0], bulletin.Args{"name": parts[1], "field": c.Say("field."+parts[2], nil)})
	case len(parts) > 1 && c.Has("field."+parts[len(parts)-1]):
		return c.Say("field."+parts[len(parts)-1], nil)
	}
	return path
}

// FieldOf says in words what a field of a photo ("photos") or of a story
// ("slots") is called, and what the photo or story itself is where member is "".
func (c *Catalogue) FieldOf(list, name, member string) string {
	if member == "" {
		return c.Say("field.one_of_"+list, bulletin.Args{"name": name})
	}
	if c.Has("field." + member) {
		member = c.Say("field."+member, nil)
	}
	return c.Say("field.of_"+list, bulletin.Args{"name": name, "field": member})
}
