package bulletin

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
)

// thinnedMark begins what stands in place of the document of a thinned
// revision. No JSON begins like this, so it is never taken for a text.
const thinnedMark = "thinned "

// sealForm is hashed first, as revisionForm is.
const sealForm = "bantin thinned revision 1\n"

// Thin gives a revision as thinning leaves it: its ID, its parents and all
// else that is known of it, without its text. Because the ID can no longer be
// computed, a seal takes the place of the document: thinnedMark and the
// SHA-256, in hexadecimal, of ID and canonical form with the document null. The
// error is that of CanonicalJSON, to which no field here gives cause.
func (r Revision) Thin() (Revision, error) {
	seal, err := r.seal()
	if err != nil {
		return r, err
	}
	r.Document = []byte(thinnedMark + seal)
	return r, nil
}

// IsThinned reports a revision whose text was given up by the rule of
// thinning. It still joins its children to its parents.
func (r *Revision) IsThinned() bool {
	return len(r.Document) >= len(thinnedMark) && string(r.Document[:len(thinnedMark)]) == thinnedMark
}

// CheckSeal says what is wrong with a thinned revision, or nil.
func (r *Revision) CheckSeal() error {
	found, ok := strings.CutPrefix(string(r.Document), thinnedMark)
	if !ok {
		return errors.New("this revision is not thinned")
	}
	want, err := r.seal()
	if err != nil {
		return err
	}
	if found != want {
		return fmt.Errorf("thinned revision %s is sealed %.10s and not %.10s", r.ID.Short(), found, want)
	}
	return nil
}

func (r *Revision) seal() (string, error) {
	parents := r.Parents
	if parents == nil {
		parents = []RevisionID{}
	}
	form, err := CanonicalJSON(hashed{
		r.Kind, r.Subject, parents, r.Time.UnixMilli(), r.Author, r.Reason, r.Deleted, []byte("null"),
	})
	if err != nil {
		return "", fmt.Errorf("seal revision %s: %w", r.ID.Short(), err)
	}
	sum := sha256.Sum256([]byte(sealForm + string(r.ID) + "\n" + string(form)))
	return hex.EncodeToString(sum[:]), nil
}
