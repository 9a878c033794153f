// Package bulletin is the domain of a small newsroom: articles with their
// photos, the issues (bulletins) that they are made up into, and the history
// of both. It knows nothing of databases, PDF or windows; everything else in
// the program depends on it and it depends on nothing but text handling.
//
// A newcomer starts here: Article (article.go), Issue (issue.go), Revision
// (revision.go), Trouble and Finding (trouble.go, finding.go).
package bulletin
