// Package sample writes a filled drafts file to try the program with: one
// bulletin of an imagined commune, its office settings, and a few drafts that
// wait for their turn. Ngàn Sa, Hải Lam and all people in it are made up.
//
// The texts are files that anybody can read and correct: office.toml,
// issue.toml (the story list) and one file an article in articles. The
// pictures are painted by package illustration.
package sample
