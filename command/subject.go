package command

import (
	"strings"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/storage"
)

// subject is an article or an issue that a command is about, as it is now.
type subject struct {
	kind      bulletin.SubjectKind
	id        bulletin.ID
	name      string
	document  []byte
	heads     []bulletin.RevisionID
	ours      bulletin.RevisionID // that the other heads were merged into
	conflicts []openConflict
	needsEye  bool
}

// subjectByPrefix finds the article, or where there is none the issue, that a
// prefix names.
func subjectByPrefix(cmd *cobra.Command, f *storage.File, prefix string) (subject, error) {
	s, err := named(cmd, f, prefix)
	switch {
	case err != nil:
		return s, err
	case s.kind == bulletin.SubjectIssue:
		return issueSubject(cmd, f, s.id)
	}
	return articleSubject(cmd, f, s.id)
}

// named finds of the subject that a prefix names only which it is.
func named(cmd *cobra.Command, f *storage.File, prefix string) (subject, error) {
	id, err := f.ResolveArticle(cmd.Context(), prefix)
	if err == nil {
		return subject{kind: bulletin.SubjectArticle, id: id}, nil
	}
	if bulletin.TroubleKey(err) != "article_missing" {
		return subject{}, err
	}
	id, issueErr := f.ResolveIssue(cmd.Context(), prefix)
	switch {
	case bulletin.TroubleKey(issueErr) == "issue_missing":
		return subject{}, err
	case issueErr != nil:
		return subject{}, issueErr
	}
	return subject{kind: bulletin.SubjectIssue, id: id}, nil
}

// unread is the subject that a prefix names, of which no newest version can be
// read.
func unread(cmd *cobra.Command, f *storage.File, prefix string) (subject, error) {
	s, err := named(cmd, f, prefix)
	if err != nil {
		return s, err
	}
	versions, err := f.Versions(cmd.Context(), []bulletin.ID{s.id})
	s.heads = versions[s.id]
	return s, err
}

// unreadHistory is unread with all its versions, the newest first.
func unreadHistory(cmd *cobra.Command, f *storage.File, prefix string) (subject, []bulletin.Revision, error) {
	s, err := unread(cmd, f, prefix)
	if err != nil {
		return s, nil, err
	}
	history, err := f.History(cmd.Context(), s.id)
	return s, history, err
}

// historyByPrefix is subjectByPrefix with all its versions, the newest first.
func historyByPrefix(cmd *cobra.Command, f *storage.File, prefix string) (subject, []bulletin.Revision, error) {
	s, err := subjectByPrefix(cmd, f, prefix)
	if err != nil {
		return s, nil, err
	}
	history, err := f.History(cmd.Context(), s.id)
	return s, history, err
}

func articleSubject(cmd *cobra.Command, f *storage.File, id bulletin.ID) (subject, error) {
	a, err := f.Article(cmd.Context(), id)
	if err != nil {
		return subject{}, err
	}
	s := subject{kind: bulletin.SubjectArticle, id: id, name: a.Article.Headline, heads: a.Heads, ours: a.Revision, needsEye: a.NeedsEye}
	if s.conflicts, err = authored(cmd, f, s, a.Conflicts); err == nil && !a.Deleted {
		s.document, err = bulletin.CanonicalJSON(a.Article)
	}
	return s, err
}

func issueSubject(cmd *cobra.Command, f *storage.File, id bulletin.ID) (subject, error) {
	i, err := f.Issue(cmd.Context(), id)
	if err != nil {
		return subject{}, err
	}
	name := strings.TrimSpace(i.Issue.Name + " " + i.Issue.Number)
	s := subject{kind: bulletin.SubjectIssue, id: id, name: name, heads: i.Heads, ours: i.Revision, needsEye: i.NeedsEye}
	if s.conflicts, err = authored(cmd, f, s, i.Conflicts); err == nil && !i.Deleted {
		s.document, err = bulletin.CanonicalJSON(i.Issue)
	}
	return s, err
}
