package bulletin

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"time"
)

// RevisionID names a revision by what it says: the SHA-256, in hexadecimal, of
// its canonical form (see Revision.Hash).
type RevisionID string

// SubjectKind is what a revision is a version of.
type SubjectKind string

// The kinds of subject that have history.
const (
	SubjectArticle SubjectKind = "article"
	SubjectIssue   SubjectKind = "issue"
)

// Reason is why a revision was written.
type Reason string

// The reasons.
const (
	ReasonSave     Reason = "save"     // somebody asked for it, or left the article
	ReasonAutosave Reason = "autosave" // the program, while somebody was typing
	ReasonImport   Reason = "import"
	ReasonRestore  Reason = "restore"
	ReasonMerge    Reason = "merge"
	ReasonDelete   Reason = "delete"
	// ReasonAside keeps the other side of conflicts that somebody saved over
	// without settling them (merge.Over).
	ReasonAside Reason = "aside"
	// ReasonMend changed one place, as a command or a fix of a finding does,
	// without the whole having been before anybody's eyes.
	ReasonMend Reason = "mend"
	// ReasonReopen opened conflicts again that had been settled (merge.Reopen).
	ReasonReopen Reason = "reopen"
)

// IsBlind reports a revision whose writer vouches for nothing but what was
// changed: what a machine had merged before is still to be looked over.
func (r Reason) IsBlind() bool { return r == ReasonAutosave || r == ReasonMend }

// Revision is one immutable version of an article or an issue. It is never
// changed after it was written; a later version names it as a parent, and a
// deletion is a revision of its own (a tombstone, Deleted).
type Revision struct {
	ID       RevisionID
	Kind     SubjectKind
	Subject  ID
	Parents  []RevisionID // sorted
	Time     time.Time    // UTC, to the millisecond
	Author   string       // who was at the desk
	Reason   Reason
	Deleted  bool
	Document []byte // canonical JSON of the Article or Issue (CanonicalJSON)
}

// revisionForm is hashed first so that no other hash of the program can be
// mistaken for a revision's.
const revisionForm = "bantin revision 1\n"

// hashed is the canonical form of a revision. Its fields and their order are
// part of the file format.
type hashed struct {
	Kind     SubjectKind     `json:"kind"`
	Subject  ID              `json:"subject"`
	Parents  []RevisionID    `json:"parents"`
	TimeMs   int64           `json:"time_ms"`
	Author   string          `json:"author"`
	Reason   Reason          `json:"reason"`
	Deleted  bool            `json:"deleted"`
	Document json.RawMessage `json:"document"`
}

// NewRevision makes the revision that follows parents, with its ID. document
// must be canonical (CanonicalJSON); one that is no JSON is an error.
func NewRevision(kind SubjectKind, subject ID, parents []RevisionID, at time.Time, author string, reason Reason, document []byte) (Revision, error) {
	r := Revision{
		Kind: kind, Subject: subject, Parents: slices.Clone(parents),
		Time: at.UTC().Truncate(time.Millisecond), Author: author,
		Reason: reason, Deleted: reason == ReasonDelete, Document: document,
	}
	slices.Sort(r.Parents)
	r.Parents = slices.Compact(r.Parents)
	id, err := r.Hash()
	r.ID = id
	return r, err
}

// Hash computes the ID that the revision's content calls for: SHA-256 over a
// fixed first line and the canonical JSON of every other field. A revision
// whose ID differs from its Hash has been damaged; one whose document is no JSON
// has none, which is the error.
func (r *Revision) Hash() (RevisionID, error) {
	parents := r.Parents
	if parents == nil {
		parents = []RevisionID{}
	}
	form, err := CanonicalJSON(hashed{
		r.Kind, r.Subject, parents, r.Time.UnixMilli(), r.Author, r.Reason, r.Deleted, r.Document,
	})
	if err != nil {
		return "", fmt.Errorf("hash revision of %s: %w", r.Subject, err)
	}
	sum := sha256.Sum256(append([]byte(revisionForm), form...))
	return RevisionID(hex.EncodeToString(sum[:])), nil
}

// CanonicalJSON writes v as JSON in the one form that is hashed: fields in the
// order of their Go types, then those that this version does not know (Extras)
// by name; no spaces, no HTML escaping, no final newline. What encoding/json
// cannot write is an error.
func CanonicalJSON(v any) ([]byte, error) {
	raw, err := encodeJSON(v)
	if err != nil {
		return nil, fmt.Errorf("write canonical JSON: %w", err)
	}
	if value := reflect.ValueOf(v); v != nil && hasExtras(value) {
		var b bytes.Buffer
		spliceExtras(&b, raw, value)
		raw = b.Bytes()
	}
	return raw, nil
}

func encodeJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// Short is the first ten digits of the ID: enough to tell revisions apart on a
// screen.
func (id RevisionID) Short() string { return string(id[:min(len(id), 10)]) }
