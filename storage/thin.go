package storage

import (
	"context"
	"errors"

	"bantin/bulletin"
)

var errThin = errors.New("storage: not built yet")

// File is one open drafts file. It is safe for concurrent use.
type File struct {
	path     string
	readOnly bool
}

// Create makes an empty drafts file; it refuses an existing path.
func Create(ctx context.Context, path string) (*File, error) { return nil, errThin }

// Open opens a drafts file for reading and writing.
func Open(ctx context.Context, path string) (*File, error) { return nil, errThin }

// OpenReadOnly opens a drafts file that is never written to.
func OpenReadOnly(ctx context.Context, path string) (*File, error) { return nil, errThin }

// Path is the path that the file was opened by.
func (f *File) Path() string { return f.path }

// ReadOnly reports whether saves are impossible.
func (f *File) ReadOnly() bool { return f.readOnly }

// Close ends the work with the file.
func (f *File) Close() error { return nil }

// SaveArticle writes a as a new revision of the article.
func (f *File) SaveArticle(ctx context.Context, id bulletin.ID, a bulletin.Article, s Save) (Saved, error) {
	return Saved{}, errThin
}

// DeleteArticle writes a tombstone revision.
func (f *File) DeleteArticle(ctx context.Context, id bulletin.ID, s Save) (Saved, error) {
	return Saved{}, errThin
}

// Article loads one article.
func (f *File) Article(ctx context.Context, id bulletin.ID) (StoredArticle, error) {
	return StoredArticle{}, errThin
}

// Articles lists articles.
func (f *File) Articles(ctx context.Context, q Query) ([]Summary, error) { return nil, errThin }

// ResolveArticle finds the article whose ID starts with prefix.
func (f *File) ResolveArticle(ctx context.Context, prefix string) (bulletin.ID, error) {
	return "", errThin
}

// ResolveIssue finds the issue whose ID starts with prefix.
func (f *File) ResolveIssue(ctx context.Context, prefix string) (bulletin.ID, error) {
	return "", errThin
}

// History lists the revisions of an article or issue, newest first.
func (f *File) History(ctx context.Context, subject bulletin.ID) ([]bulletin.Revision, error) {
	return nil, errThin
}

// Revision loads one revision and verifies its hash.
func (f *File) Revision(ctx context.Context, id bulletin.RevisionID) (bulletin.Revision, error) {
	return bulletin.Revision{}, errThin
}

// SaveIssue writes s as a new revision of the issue.
func (f *File) SaveIssue(ctx context.Context, id bulletin.ID, s bulletin.Issue, save Save) (Saved, error) {
	return Saved{}, errThin
}

// DeleteIssue writes a tombstone revision.
func (f *File) DeleteIssue(ctx context.Context, id bulletin.ID, s Save) (Saved, error) {
	return Saved{}, errThin
}

// Issue loads one issue.
func (f *File) Issue(ctx context.Context, id bulletin.ID) (StoredIssue, error) {
	return StoredIssue{}, errThin
}

// Issues lists the issues that are not deleted, newest first.
func (f *File) Issues(ctx context.Context) ([]StoredIssue, error) { return nil, errThin }

// Office gives the settings of the publishing body.
func (f *File) Office(ctx context.Context) (bulletin.Office, error) {
	return bulletin.Office{}, errThin
}

// SetOffice keeps the settings of the publishing body.
func (f *File) SetOffice(ctx context.Context, o bulletin.Office) error { return errThin }

// AddPhoto keeps a picture.
func (f *File) AddPhoto(ctx context.Context, name string, original []byte) (PhotoInfo, error) {
	return PhotoInfo{}, errThin
}

// Photo tells what is known of a picture.
func (f *File) Photo(ctx context.Context, sha string) (PhotoInfo, error) {
	return PhotoInfo{}, errThin
}

// PrintPhoto gives the print derivative of a picture, a baseline JPEG.
func (f *File) PrintPhoto(ctx context.Context, sha string) ([]byte, error) { return nil, errThin }

// Thumbnail gives the small derivative of a picture, a JPEG.
func (f *File) Thumbnail(ctx context.Context, sha string) ([]byte, error) { return nil, errThin }

// OriginalPhoto gives the picture's bytes as they came in.
func (f *File) OriginalPhoto(ctx context.Context, sha string) ([]byte, error) { return nil, errThin }

// Check reads the whole file and names what is damaged.
func (f *File) Check(ctx context.Context, progress func(done, total int)) ([]Damage, error) {
	return nil, errThin
}
